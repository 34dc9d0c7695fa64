import { s as stay, a as attachAll } from './granted.js';
import { r as recordName, m as matches } from './coverage.js';

/** What is not described is left out: how long the cookie stays, and where, is then not known. */
const attemptOf = (pair, { path, domain, expires } = {}) => pair +
    (domain ? `;domain=${domain}` : '') +
    (path ? `;path=${path}` : '') +
    (expires ? `;expires=${new Date(expires).toUTCString()}` : '');
/**
 * Asks whether to keep cookies that are there without the guard having let them through: set by the server or by a frame, or
 * left from before.
 * @param undo called when one is there that the visitor refuses
 */
const appearedCookies = (undo) => (consent) => {
    let on = true;
    const get = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')?.get;
    const pairs = () => {
        try {
            return `${get?.call(document)}`.split('; ').filter((pair) => pair.includes('='));
        }
        catch {
            return []; // Blocked: nothing can appear.
        }
    };
    const nameOf = (pair) => pair.split('=', 1)[0] ?? '';
    const store = globalThis.cookieStore;
    /** Refused cookies that were met: one that cannot be removed must not be tried for ever. */
    const tried = new Set();
    const look = async (met) => {
        // The undoing of an earlier choice, under way in this very task, goes first.
        const described = store
            ? await store.getAll().catch(() => [])
            : await new Promise((resolve) => setTimeout(resolve, 0, []));
        if (!on)
            return;
        let refused = false;
        for (const pair of pairs()) {
            const id = nameOf(pair);
            const verdict = consent.decide(id);
            if (met?.includes(id) && verdict === 'refuse' && !tried.has(pair)) {
                tried.add(pair);
                refused = true;
            }
            if (verdict === 'notify' && (!met || met.includes(id)) && !consent.question('cookie', id)) {
                const attempt = attemptOf(pair, described.find(({ name }) => name === id));
                consent.ask({ kind: 'cookie', id, attempt, time: Date.now(), appeared: true });
            }
        }
        if (refused)
            undo();
    };
    let seen = pairs();
    /** Without cookieStore (plain http), what is new can only be found by looking. */
    const compare = () => {
        const before = seen;
        seen = pairs();
        void look(seen.filter((pair) => !before.includes(pair)).map(nameOf));
    };
    const changed = ({ changed }) => void look(changed.map(({ name = '' }) => name));
    // What an earlier choice had let in is for the undoing to remove; what is there afterwards is asked about.
    const chosen = ({ detail }) => void (detail.before || look());
    const undone = () => void look();
    consent.addEventListener('change', chosen);
    consent.addEventListener('undone', undone);
    store?.addEventListener('change', changed);
    const glances = store
        ? []
        : [
            [document, 'visibilitychange'],
            [window, 'focus'],
            [consent, 'change'],
        ];
    for (const [target, name] of glances)
        target.addEventListener(name, compare);
    void look(seen.map(nameOf));
    return () => {
        on = false;
        consent.removeEventListener('change', chosen);
        consent.removeEventListener('undone', undone);
        store?.removeEventListener('change', changed);
        for (const [target, name] of glances)
            target.removeEventListener(name, compare);
    };
};

const area = (kind, open) => ({
    kind,
    keys: () => Object.keys(open()),
    remove: (key) => open().removeItem(key),
});
/** The areas to forget keys in; merely touching one throws where storage is blocked. */
const storageAreas = [
    area('local-storage', () => localStorage),
    area('session-storage', () => sessionStorage),
];

/**
 * Has undone on a new page what the last one could not: stored items of refused services, when the page was left before the code that
 * undoes had come; and databases that were in use.
 */
const leftOver = (undo) => (consent) => {
    const refused = (name) => consent.decide(name, 'storage') === 'refuse';
    try {
        const keys = storageAreas.some((area) => area.keys().some(refused));
        if (keys || wasLeft())
            undo();
    }
    catch {
        // Blocked storage has nothing to undo.
    }
    return stay;
};
/** Whether an earlier page of this tab could not delete a database. */
function wasLeft() {
    try {
        return sessionStorage.getItem(recordName);
    }
    catch {
        // Blocked storage remembers nothing.
    }
}
/**
 * Remembers in this tab, under the record's name, that a database is still in use: WebKit forgets the request to delete it together
 * with the page that made it.
 */
function rememberLeft({ left }) {
    try {
        if (left.some(({ why }) => why === 'in-use'))
            sessionStorage.setItem(recordName, 'left');
        else
            sessionStorage.removeItem(recordName);
    }
    catch {
        // Blocked storage remembers nothing.
    }
}

/** Milliseconds before each further attempt. */
const pauses = [1000, 5000];
/**
 * Posts a copy of each receipt, as JSON, to `record.receiptUrl`; without one, nothing. Nothing waits for it. Every open tab hears of a
 * choice and posts it: the receiver tells copies by their id.
 */
const receiptPost = (consent) => {
    const { receiptUrl } = consent.declaration.record;
    if (!receiptUrl)
        return stay;
    const end = new AbortController();
    const { choice } = consent;
    // A choice made on this page, before this file came, is still to be posted. Times of records are whole seconds.
    const isNew = choice && Date.parse(choice.time) + 1000 > performance.timeOrigin;
    let posted = isNew ? undefined : choice?.id;
    const fetchOnce = async (body, [pause, ...later]) => {
        try {
            const headers = { 'content-type': 'application/json' };
            const { ok } = await fetch(receiptUrl, {
                method: 'POST',
                body,
                headers,
                keepalive: true,
                signal: end.signal,
            });
            if (ok)
                return;
        }
        catch {
            // Offline, blocked or ended.
        }
        if (pause === undefined || end.signal.aborted)
            return;
        const timer = setTimeout(() => void fetchOnce(body, later), pause);
        end.signal.addEventListener('abort', () => clearTimeout(timer));
    };
    const post = () => {
        const receipt = consent.receipt();
        if (!receipt || receipt.id === posted)
            return;
        posted = receipt.id;
        const body = JSON.stringify(receipt);
        let queued = false;
        try {
            // Outlives the page, where a visitor chooses and leaves.
            queued = navigator.sendBeacon(receiptUrl, new Blob([body], { type: 'application/json' }));
        }
        catch {
            // Not every address can be posted to.
        }
        if (!queued)
            void fetchOnce(body, pauses);
    };
    consent.addEventListener('change', post);
    post();
    return () => {
        consent.removeEventListener('change', post);
        end.abort();
    };
};

/** Beyond that a path is not one that a site sets cookies for, and an address must not be able to keep the browser busy. */
const deepest = 20;
/** Every path that a cookie visible at an address can have. */
const pathsOf = (address) => {
    const parts = address.split('/').slice(1, deepest);
    return parts.flatMap((_, index) => {
        const path = `/${parts.slice(0, index + 1).join('/')}`;
        return [path, `${path}/`];
    });
};
/** Forgetting the cookies of this page, through the browser's own accessor. Each function may throw where cookies are blocked. */
function forgetCookies(consent, cookie) {
    const write = (line) => cookie?.set?.call(document, line);
    const { hostname, pathname, protocol } = location;
    // After pushState, engines go on seeing cookies from the address that the document was loaded from.
    const [loaded] = performance.getEntriesByType('navigation');
    const start = loaded ? new URL(loaded.name).pathname : pathname;
    // A name of one part takes no Domain attribute; WebKitGTK takes parts of an IP address for one.
    const labels = hostname.split('.');
    const domains = ['', ...labels.slice(0, -1).map((_, index) => `;domain=${labels.slice(index).join('.')}`)];
    const paths = [...new Set(['/', ...pathsOf(start), ...pathsOf(pathname)])].map((path) => `;path=${path}`);
    // `__Host-` needs Secure; a frame of another site needs SameSite=None; a partitioned cookie is another cookie.
    const flavours = ['', ';secure;samesite=none', ';secure;samesite=none;partitioned'];
    /** A cookie without a name (`document.cookie = 'value'`) is shown without an equals sign. */
    const nameOf = (pair) => (pair.includes('=') ? (pair.split('=', 1)[0] ?? '').trim() : '');
    const names = () => [
        ...new Set(`${cookie?.get?.call(document)}`.split('; ').filter(Boolean).map(nameOf)),
    ];
    /** Not with an empty value: a cookie with neither name nor value is no cookie. */
    const expire = (name, attributes) => write(`${name}=x${attributes};max-age=0`);
    /** Where servers put their cookies, for looking whether one is in the way. */
    const secure = protocol === 'https:' ? ';secure' : '';
    const spots = ['/', start.slice(0, start.lastIndexOf('/'))]
        .filter((path, index) => path || !index)
        .flatMap((path) => domains.map((domain) => `${domain};path=${path}${secure}`));
    const writable = (name, spot) => {
        write(`${name}=${spot}`);
        const there = names().includes(name);
        expire(name, spot);
        return there;
    };
    return {
        names,
        /** Names that were written on this page, also where they cannot be seen from now. */
        written: () => [...consent.written.values()].map((line) => nameOf(line.split(';', 1)[0] ?? '')),
        /** Deletes a cookie with the attributes it was written with; else, while it can be seen, with every variant. */
        remove(name) {
            for (const [slot, line] of consent.written) {
                if (nameOf(line.split(';', 1)[0] ?? '') !== name)
                    continue;
                const kept = line.replace(/;\s*(expires|max-age)\s*=[^;]*/gi, '');
                for (const path of /;\s*path\s*=/i.test(line) ? [''] : ['', ...paths])
                    write(`${kept}${path};max-age=0`);
                consent.written.delete(slot);
            }
            for (const flavour of flavours) {
                for (const domain of domains) {
                    if (!names().includes(name))
                        return;
                    for (const path of paths)
                        expire(name, domain + path + flavour);
                }
            }
        },
        /**
         * Whether an `HttpOnly` cookie of that name exists: scripts cannot see it, but neither can they write a cookie in its place, where
         * they can write others. Written, read and deleted in one step, so nothing is left and no other script of the page meets it
         * (`cookieStore` tells of it afterwards). Chromium on https only: Firefox and WebKit pretend that the write succeeded, and their
         * copies of the jar in other tabs could keep what two tabs write and delete at the same moment.
         */
        hidden: (name) => 'userAgentData' in navigator &&
            spots.some((spot) => !writable(name, spot) && writable(`${name}.cookie-modes`, spot)),
    };
}

/**
 * Deletes entries of Cache Storage.
 * @param goes whether a name is to be deleted
 * @returns each that was there, with what kept it.
 */
async function forgetCaches(goes) {
    // Plain http has none, so that nothing can be in it.
    const store = globalThis.caches;
    const names = ((await store?.keys()) ?? []).filter(goes);
    await Promise.all(names.map((name) => store?.delete(name)));
    const left = (await store?.keys()) ?? [];
    return new Map(names.map((name) => [name, left.includes(name) ? 'blocked' : undefined]));
}

/** Every connection is told when its database is to go; one that has not closed by then will not. */
const patience = 3000;
const remove = (name) => new Promise((resolve) => {
    // The request cannot be taken back: once the last connection closes, at the latest with the page, the database goes. WebKit
    // may forget the request with the page; then the next page asks again.
    const request = indexedDB.deleteDatabase(name);
    // Version 0 is what a database that was not there had.
    request.onsuccess = (event) => resolve(event.oldVersion ? undefined : null);
    request.onerror = () => resolve('blocked');
    request.onblocked = () => resolve('in-use');
    setTimeout(resolve, patience, 'in-use');
});
/**
 * Deletes databases.
 * @param goes whether a name is to be deleted
 * @param exact names to try where the browser does not list its databases (Firefox before 126)
 * @returns each that was there, with what kept it.
 */
async function forgetDatabases(goes, exact) {
    const found = new Map();
    const list = indexedDB.databases;
    const names = list ? (await list.call(indexedDB)).map(({ name = '' }) => name) : exact;
    await Promise.all(names.filter(goes).map(async (name) => {
        const why = await remove(name);
        if (why !== null)
            found.set(name, why);
    }));
    return found;
}

/**
 * Unregisters service workers; one that controls a page goes on until that page is closed.
 * @param goes whether the worker of a scope URL is to go
 * @returns each scope that had one, with what kept it.
 */
async function forgetServiceWorkers(goes) {
    // Plain http has none, so that nothing can be registered.
    const workers = navigator.serviceWorker?.getRegistrations();
    const found = new Map();
    for (const worker of (await workers) ?? []) {
        if (goes(worker.scope))
            found.set(worker.scope, (await worker.unregister()) ? undefined : 'blocked');
    }
    return found;
}

const lists = [
    ['indexedDB', 'indexed-db', forgetDatabases],
    ['caches', 'cache', forgetCaches],
    ['serviceWorkers', 'service-worker', forgetServiceWorkers],
];
/**
 * Removes the databases, caches and service workers that denied services declare; never throws.
 * @param report is told of each that was there, and what kept it.
 */
async function undoListed(services, denied, report) {
    for (const [list, kind, forget] of lists) {
        // What nobody declares is not even looked at.
        const declared = services.flatMap((service) => denied(service) ? (service[list] ?? []).map((name) => ({ name, service: service.id })) : []);
        if (!declared[0])
            continue;
        // Scopes of service workers are declared relative to the page.
        const fits = (one, name) => matches(list === 'serviceWorkers' ? new URL(one, document.baseURI).href : one, name);
        const owner = (name) => services.find((service) => service[list]?.some((one) => fits(one, name)));
        const goes = (name) => {
            const service = owner(name);
            return service && denied(service);
        };
        try {
            const exact = declared.map(({ name }) => name).filter((name) => !name.includes('*'));
            for (const [name, why] of await forget(goes, exact))
                report({ kind, name, service: owner(name)?.id }, why);
        }
        catch {
            // Whether anything is there cannot be known.
            for (const one of declared)
                report({ kind, ...one }, 'blocked');
        }
    }
}

/** Services told, until they are allowed again: one withdrawal is told once, however many changes follow it. */
const told = new WeakMap();
const toldBy = (consent) => {
    const known = told.get(consent);
    if (known)
        return known;
    const ids = new Set();
    told.set(consent, ids);
    consent.addEventListener('change', () => {
        for (const id of ids)
            if (consent.allows(id))
                ids.delete(id);
    });
    return ids;
};
/** Tells services that they are withdrawn: by `onWithdraw()`, and by the event `cookie-modes-withdraw` on the document. */
function withdrawServices(consent, services) {
    const ids = toldBy(consent);
    for (const { id, onWithdraw } of services) {
        if (ids.has(id))
            continue;
        ids.add(id);
        const complain = (error) => console.error(`cookie-modes: onWithdraw() of "${id}" failed.`, error);
        try {
            // What it returns is not waited for, but not lost either.
            Promise.resolve(onWithdraw?.()).catch(complain);
        }
        catch (error) {
            complain(error);
        }
        document.dispatchEvent(new CustomEvent('cookie-modes-withdraw', { detail: { service: id } }));
    }
}

/** Milliseconds after which the browser gets its turn. */
const slice = 30;
let last = Promise.resolve();
/**
 * Removes what services that are not allowed now have stored; then reads everything back. Cookies and Web Storage go at once, the rest
 * in the order of the calls. Never throws.
 * @param why what made it necessary; after an erasure everything goes that is not necessary.
 */
async function undo(consent, { erased, before }, { running, cookie }) {
    const { services, undeclared } = consent.declaration;
    const unfinished = wasLeft();
    const cookies = forgetCookies(consent, cookie);
    /** Whether an earlier choice, now ended, had allowed it; what nobody has decided about stays. */
    const wasAllowed = (purpose, service, name) => before && consent.verdict(purpose, service, name, before) === 'accept';
    const denied = ({ id, purpose }) => {
        const verdict = consent.verdict(purpose, id);
        return erased
            ? purpose !== 'necessary'
            : verdict === 'refuse' || (verdict !== 'accept' && (unfinished || wasAllowed(purpose, id)));
    };
    /** What went at first; after that, a cookie that appears meanwhile is a new one. */
    const first = {};
    /** A cookie that appeared by itself waits for its answer; one that an acceptance now ended had let in does not. */
    const cookieGoes = (name) => {
        const purpose = consent.purposeOf(name);
        if (purpose === 'necessary' || (!purpose && undeclared === 'allow'))
            return false;
        const verdict = consent.decide(name);
        if (erased || verdict === 'refuse')
            return true;
        const asked = first.names ? !first.names.includes(name) : consent.question('cookie', name)?.appeared;
        return verdict !== 'accept' && !asked && wasAllowed(purpose, consent.owner(name)?.id, name);
    };
    const keyGoes = (name) => {
        const service = consent.owner(name, 'storage');
        return service && !consent.necessary(name) && denied(service);
    };
    const blocked = [];
    /** What is there now and must go. */
    const find = () => {
        blocked.length = 0;
        const found = [];
        const look = (kind, list, names) => {
            try {
                for (const name of names())
                    found.push({ kind, name, service: consent.owner(name, list)?.id });
            }
            catch {
                // Whether anything is there cannot be known. The two areas are blocked together.
                for (const service of kind === 'session-storage' ? [] : services.filter(denied)) {
                    for (const { name } of service[list] ?? [])
                        blocked.push({ kind, name, service: service.id });
                }
            }
        };
        look('cookie', 'cookies', () => cookies.names().filter(cookieGoes));
        for (const { kind, keys } of storageAreas)
            look(kind, 'storage', () => keys().filter(keyGoes));
        return found;
    };
    const sweep = () => {
        const found = find();
        const written = cookies.written().filter(cookieGoes);
        for (const { kind, name } of [...found, ...written.map((name) => ({ kind: 'cookie', name }))]) {
            try {
                if (kind === 'cookie')
                    cookies.remove(name);
                else
                    storageAreas.find((area) => area.kind === kind)?.remove(name);
            }
            catch {
                // Reading back tells.
            }
        }
        return found;
    };
    const found = find();
    withdrawServices(consent, services.filter((service) => denied(service) &&
        // Whoever started its code, it may have run.
        (wasAllowed(service.purpose, service.id) ||
            running.has(service.id) ||
            found.some((one) => one.service === service.id))));
    sweep();
    first.names = found.map(({ name }) => name);
    const earlier = last;
    const rest = async () => {
        await earlier;
        const removed = [];
        const left = [];
        const report = (trace, why) => why ? left.push({ ...trace, why }) : removed.push(trace);
        await undoListed(services, denied, report);
        let since = performance.now();
        for (const service of services) {
            for (const { name } of service.cookies ?? []) {
                if (name.includes('*') || consent.decide(name) === 'accept')
                    continue;
                if (performance.now() - since > slice) {
                    await new Promise((resolve) => setTimeout(resolve));
                    since = performance.now();
                }
                try {
                    if (!cookies.names().includes(name) && cookies.hidden(name))
                        report({ kind: 'cookie', name, service: service.id }, 'http-only');
                }
                catch {
                    // Blocked, and said below.
                }
            }
        }
        // Code that is still running may have written again.
        const back = sweep();
        const still = find();
        const same = (one) => (other) => one.kind === other.kind && one.name === other.name;
        for (const trace of [...found, ...back.filter((one) => !found.some(same(one)))])
            report(trace, still.some(same(trace)) ? 'blocked' : undefined);
        for (const trace of blocked)
            report(trace, 'blocked');
        const told = { removed, left, running: [...running].filter((id) => !consent.allows(id)) };
        rememberLeft(told);
        return told;
    };
    const result = rest();
    last = result;
    return result;
}

/** Asks about cookies that appear by themselves, or has them undone; posts receipts where the configuration asks for it. */
const follow = (undo) => attachAll(appearedCookies(undo), leftOver(undo), receiptPost);

export { follow, undo };
