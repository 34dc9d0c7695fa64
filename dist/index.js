import { s as stay, a as attachAll } from './shared/granted.js';
import { a as modes, m as matches, r as recordName, b as answerOfMode, k as keyOf, c as after, p as parseRecord, w as writeRecord, d as bare, e as blank, s as stamp, f as answers, g as fit } from './shared/coverage.js';
import Cookies from 'js-cookie';
import { googleConsentMode } from './signals/google-consent-mode.js';
import { matomo } from './signals/matomo.js';

/** Says each thing once, to the developer, in the console. */
function nameOnce() {
    const said = new Set();
    return (text) => {
        if (!said.has(text))
            console.error(`cookie-modes: ${text}.`);
        said.add(text);
    };
}
/** An element by its opening tag. */
const tagOf = (element) => `${element.outerHTML.split('>')[0]}>`;

/** Reads marks: `data-service`, else `data-purpose`, else the declared service that the element's URL belongs to. */
function readMark(consent, name) {
    const { services, purposes } = consent.declaration;
    return (element) => {
        const { src, dataset } = element;
        let { purpose = '', service: id } = dataset;
        const service = purpose || id
            ? consent.service(id)
            : services.find((one) => one.src?.some((prefix) => src?.startsWith(new URL(prefix, document.baseURI).href)));
        const declared = service
            ? !purpose || purpose === service.purpose
            : !id && (purpose === 'necessary' || purpose in purposes);
        if (service && declared)
            ({ purpose, id } = service);
        if (!purpose && !id)
            return;
        if (!declared) {
            name(id
                ? `data-service="${id}" stays shut: write {"id": "${id}", "purpose": "${purpose || '…'}"} in "services"`
                : `data-purpose="${purpose}" stays shut: write "${purpose}": {} in "purposes"`);
        }
        return { element, purpose, service: id, answer: declared ? consent.verdict(purpose, id) : 'refuse' };
    };
}
/** Writes a mark on an element that nobody marked. */
function writeMark({ dataset }, { purpose, service }) {
    dataset['purpose'] ||= purpose;
    if (service)
        dataset['service'] ||= service;
}

/**
 * Keeps scripts that run late from erasing the page with `document.write`; everybody else's goes through.
 * @param refuse told of each call with the script that makes it; what it returns true for is refused
 */
function refuseWrite(refuse) {
    const { prototype } = Document;
    const detachers = ['write', 'writeln'].map((method) => {
        const native = prototype[method];
        const own = function (...text) {
            if (!refuse(document.currentScript))
                native.apply(this, text);
        };
        prototype[method] = own;
        return () => {
            if (prototype[method] === own)
                prototype[method] = native;
        };
    });
    return () => detachers.forEach((detach) => detach());
}

/** Takes a node out and puts it back in its place: a script that now has its real type runs, a frame forgets its page. */
function remount(node) {
    const place = new Comment();
    node.replaceWith(place);
    place.replaceWith(node);
}

/** How long an external script may hold up inline ones, in milliseconds. */
const patience = 20_000;
/**
 * Runs scripts in the order in which they were added. External ones load side by side, inline ones wait for those before
 * them, `async` ones wait for nothing; an error counts like a load.
 * @param may asked directly before a script runs
 * @param ran told directly after
 * @returns where to add scripts, and how to run those whose turn it is
 */
function runQueue(may, ran) {
    const queue = new Set();
    const awaited = new Set();
    const run = () => {
        let blocked = false;
        for (const script of queue) {
            const external = script.hasAttribute('src');
            const free = script.hasAttribute('async');
            blocked ||= !external && !free && awaited.size > 0;
            if (blocked && !free)
                continue;
            queue.delete(script);
            const permit = may(script);
            if (!permit)
                continue;
            // One made with `async = false` blocks nothing. One that `innerHTML` brought in looks the same and never runs, as without
            // a gate; in Firefox it looks like all others, and only patience helps.
            if (external && !free && script.async && !script.noModule) {
                const settle = () => {
                    awaited.delete(script);
                    run();
                };
                awaited.add(script);
                script.addEventListener('load', settle);
                script.addEventListener('error', settle);
                setTimeout(settle, patience);
            }
            if (!free)
                script.async = false;
            script.type = script.dataset['type'] ?? 'text/javascript';
            remount(script);
            ran(permit);
        }
    };
    return { queue, run };
}

// Sanitizers let `data-` attributes through: no `javascript:` may hide in one.
const harmless = /^\s*(https?:|[^:]*([/?#]|$))/i;
/** What a marked player or picture chooses from, if that is not marked itself. */
const choices = ':is(audio,video,picture)>:is([data-src],[data-srcset]):not([data-purpose],[data-service])';
/**
 * Gives an element the URLs kept in its `data-` attributes, or takes them away again.
 * @returns whether the element came with a URL of its own
 */
function setUrls(marked, open, wasOpen) {
    let own = false;
    for (const element of [marked, ...marked.querySelectorAll(choices)]) {
        for (const name of ['src', 'srcset', 'poster', 'href']) {
            const kept = element.getAttribute(`data-${name}`);
            const url = element.getAttribute(name);
            if (open) {
                // A list of pictures is nothing that could run.
                if (kept && (name === 'srcset' || harmless.test(kept)))
                    element.setAttribute(name, kept);
                // Beside its `data-` twin, another URL that we did not give is a stand-in; the same one comes from a copy of an open element.
            }
            else if (url && (wasOpen || !kept || url === kept)) {
                own ||= !kept;
                element.setAttribute(`data-${name}`, kept ?? url);
                element.removeAttribute(name);
                // Without its attribute a frame goes blank too, but leaves an entry in the history.
                if (element.matches('iframe,embed'))
                    remount(element);
            }
        }
    }
    if (!marked.matches('track'))
        marked.closest('audio,video')?.load();
    return own;
}

/** Whether the parser may not have reached an element's end: nothing follows it in a document that is still coming in. */
function unfinished(element) {
    let last = document;
    while (last.lastChild)
        last = last.lastChild;
    return document.readyState === 'loading' && element.contains(last);
}

const gated = ':is(script,template,link,audio,video,picture,[src],[data-src],[data-srcset],[data-poster]):is([data-purpose],[data-service]),script[src],iframe[src]';
/**
 * Holds back what is marked with `data-purpose` or `data-service` until it is allowed: scripts (`type="text/plain"`), whatever
 * has `data-src`, `data-srcset`, `data-poster` or, a link, `data-href`, and templates. A withdrawal closes all but scripts again.
 *
 * An extra net, no promise: scripts and frames that nobody marked, but whose URL a declared service names. The browser has
 * fetched such a script by then; it is kept from running. Scripts that other scripts insert are not stopped.
 */
const gate = (consent) => {
    const off = new AbortController();
    const { signal } = off;
    const name = nameOnce();
    const read = readMark(consent, name);
    /** The nodes that came out of what is open; none out of what is shut. A script stays open: it runs once. */
    const states = new WeakMap();
    // Under `strict-dynamic`, what we move may run although the page's policy keeps it from running where it stands.
    // Browsers empty the attribute of a nonce that counts.
    const nonce = document.querySelector('script[nonce=""]')?.nonce;
    let again = false;
    const release = (mark) => {
        consent.held.delete(mark.element);
        consent.tell('released', mark);
    };
    const { queue, run } = runQueue((script) => {
        const mark = read(script);
        if (!script.isConnected || states.has(script) || mark?.answer !== 'accept')
            return;
        if (nonce && script.nonce !== nonce)
            return name(`${tagOf(script)} stays shut: write the page's nonce`);
        states.set(script, []);
        return mark;
    }, release);
    const makeInert = (script, mark) => {
        if (script.type)
            script.dataset['type'] = script.type;
        script.type = 'text/plain';
        writeMark(script, mark);
    };
    const scan = (root) => {
        if (root instanceof Element && root.matches(gated))
            look(root);
        if (root instanceof Element || root instanceof Document)
            root.querySelectorAll(gated).forEach(look);
    };
    const look = (element) => {
        const mark = read(element);
        if (!mark)
            return;
        const { purpose, service, answer } = mark;
        const accepted = element.isConnected && answer === 'accept';
        const nodes = states.get(element);
        const early = () => name(`${tagOf(element)} comes too early: write data-src for src, type="text/plain" for a script`);
        if (accepted && unfinished(element))
            again = true;
        else if (element instanceof HTMLScriptElement) {
            if (element.type !== 'text/plain') {
                if (nodes || !unfinished(element))
                    return;
                early();
                makeInert(element, mark);
            }
            if (accepted)
                queue.add(element);
        }
        else if (!states.has(element) || accepted !== !!nodes) {
            const content = element instanceof HTMLTemplateElement && element.content;
            states.set(element, accepted ? [...(content ? content.childNodes : [])] : undefined);
            if (!content) {
                if (setUrls(element, accepted, !!nodes) && element.isConnected)
                    early();
                if (!accepted)
                    writeMark(element, mark);
            }
            else if (accepted) {
                content.querySelectorAll('script:not([type="text/plain"])').forEach((script) => {
                    if (!states.has(script))
                        makeInert(script, mark);
                });
                element.after(content);
            }
            else
                content.append(...(nodes ?? []));
            if (accepted)
                release(mark);
            // In their place in the order, before what follows the template.
            states.get(element)?.forEach(scan);
        }
        if (!element.isConnected)
            consent.held.delete(element);
        if (accepted || !element.isConnected)
            return;
        const known = consent.held.has(element);
        consent.held.set(element, mark);
        if (!known)
            consent.tell('held', mark);
        if (answer === 'notify') {
            consent.ask({
                kind: service ? 'service' : 'purpose',
                id: service ?? purpose,
                attempt: element.src || (element.dataset['src'] ?? 'inline'),
                time: Date.now(),
            });
        }
    };
    const digest = (records) => {
        // Nothing is asked or opened on a page that nobody has opened yet.
        if (signal.aborted || document.prerendering)
            return;
        const all = again;
        again = false;
        // What left the page is shut too, so that it does not load again by coming back after a withdrawal.
        const nodes = new Set(records.flatMap(({ addedNodes, removedNodes }) => [...addedNodes, ...removedNodes]));
        for (const node of nodes)
            if (node && !nodes.has(node.parentNode))
                scan(node);
        if (all)
            scan(document);
        run();
    };
    const observer = new MutationObserver(digest);
    const pass = () => {
        again = true;
        digest(observer.takeRecords());
    };
    const detachWrite = refuseWrite((script) => {
        const late = !!script && states.has(script);
        if (late)
            name(`${tagOf(script)} may not erase the page by document.write: use its asynchronous form`);
        return late;
    });
    observer.observe(document, { childList: true, subtree: true });
    // Not at once: an answer that is taken back in the same breath opens nothing.
    consent.addEventListener('change', () => queueMicrotask(pass), { signal });
    for (const event of ['readystatechange', 'prerenderingchange']) {
        document.addEventListener(event, pass, { signal });
    }
    queueMicrotask(pass);
    return () => {
        off.abort();
        observer.disconnect();
        detachWrite();
        queue.clear();
    };
};

/** Version of the library, as in package.json. */
const version = '0.1.0';

/** Whether a record can name a cookie. */
const namable = (name) => /^\S+$/.test(name);
/**
 * What the visitor allows. Holds no reference to a document: gate, guard, signals and the user interface follow it as attachments.
 */
class Consent extends EventTarget {
    #ports;
    /** Cookie names that `cookies(purpose)` wrote, with their purpose. */
    #claims;
    #questions;
    #later;
    #choice;
    #outdated;
    #signalled;
    #kept;
    constructor(declaration, ports) {
        super();
        /** Cookie strings carried out on this page, by what makes them the same cookie: removing one takes its domain and path. */
        this.written = new Map();
        /** Marked elements that the gate holds now. */
        this.held = new Map();
        /** What the last change has made necessary to undo, as it will be told; set by what removes. */
        this.undoing = Promise.resolve({ removed: [], left: [], running: [] });
        /** Cookie names that `cookies(purpose)` wrote, with their purpose. */
        this.#claims = new Map();
        this.#questions = new Map();
        this.#later = new Set();
        this.#signalled = false;
        this.#kept = true;
        this.declaration = declaration;
        this.#ports = ports;
        this.#read();
    }
    /** The visitor's standing instruction, or undefined before any choice. */
    get mode() {
        return this.#choice?.mode ?? (this.#signalled ? 'refuse-all' : undefined);
    }
    /** The choice in force, as it is recorded. */
    get choice() {
        return this.#choice;
    }
    /** A choice that no longer counts since the policy had a major revision. */
    get outdated() {
        return this.#outdated;
    }
    /** Whether the browser's privacy signal, not the visitor, refuses; finer answers count before it. */
    get signalled() {
        return this.#signalled && !this.#choice?.mode;
    }
    /** Whether the record was kept; if not, the choice lasts for this page only. */
    get kept() {
        return this.#kept;
    }
    /** Whether every declared purpose has been decided about, so that nothing must be asked at first. */
    get decided() {
        return this.#ports.shut || this.declaration.used.every((purpose) => this.verdict(purpose));
    }
    /** Questions waiting for an answer, in the order in which they came up. */
    get questions() {
        return [...this.#questions.values()].filter((question) => !this.#later.has(question));
    }
    /** Sets the mode anew for all that is declared now; finer answers are cleared. What is no mode is logged, not thrown. */
    choose(mode, circumstances) {
        if (!modes.includes(mode)) {
            console.error(`cookie-modes: mode cannot be "${mode}".`);
            return;
        }
        this.#questions.clear();
        this.#answer(this.#blank(mode), circumstances?.answers, circumstances);
    }
    /**
     * Answers for single purposes, services or cookies; the mode stays, and so do the day the choice ends and the policy it was made on. An id that is not
     * declared, or what is no answer, is logged and left out, not thrown.
     */
    answer(given, circumstances) {
        this.reread(); // what another tab or the server has recorded meanwhile counts
        this.#answer(this.#choice ?? this.#blank(), given, circumstances);
    }
    /** Whether a purpose or service is allowed now; false for what is not declared. */
    allows(id) {
        return this.#verdictOf(id) === 'accept';
    }
    /** Resolves once a purpose or service is allowed; never for an id that is not declared. */
    when(id) {
        return new Promise((resolve) => {
            const look = () => {
                if (!this.allows(id))
                    return;
                this.removeEventListener('change', look);
                resolve();
            };
            this.addEventListener('change', look);
            look();
        });
    }
    /**
     * Refuses everything, undoes what was allowed, and resolves to what could be removed and what not: nothing, where nothing is attached
     * that removes.
     */
    withdraw(circumstances) {
        this.choose('refuse-all', circumstances);
        return this.undoing;
    }
    /** Forgets the choice and everything declared that is stored; the visitor is then asked as if new. Resolves as `withdraw()` does. */
    erase() {
        const before = this.#choice;
        this.#ports.storage.clear();
        this.#choice = this.#outdated = undefined;
        this.#kept = true;
        this.#changed(before, true);
        return this.undoing;
    }
    /**
     * A cookie jar for the site's own use (log-on, favourites, log-off); its writes obey the answers for the purpose.
     * @returns undefined where there is no page.
     */
    cookies(purpose) {
        return this.#ports.jar?.((name) => {
            this.#claims.set(name, purpose);
            this.#settle(); // an open question about it may have its answer by that
            this.tell('question');
        });
    }
    /** Asks for the settings to be opened. */
    openSettings() {
        this.tell('settings');
    }
    /** What was decided, when, on which policy, and which text was shown; undefined before any choice. */
    receipt() {
        const choice = this.#choice;
        if (!choice)
            return;
        const { purposes, services, cookies, ...rest } = choice;
        return { ...rest, answers: { purposes, services, cookies }, policyUrl: this.declaration.policy.url };
    }
    /** Cookies and storage keys that scripts of this page can see now: declared or not, allowed or not. */
    audit() {
        return (this.#ports.present?.() ?? []).map((trace) => {
            const { kind, name } = trace;
            const list = kind === 'cookie' ? 'cookies' : 'storage';
            const service = this.owner(name, list)?.id;
            return {
                ...trace,
                service,
                purpose: this.purposeOf(name, list),
                declared: this.necessary(name) || !!service,
                allowed: this.decide(name, list) === 'accept',
            };
        });
    }
    /** The declared service of an id. */
    service(id) {
        return this.declaration.services.find((service) => service.id === id);
    }
    /** The service that declares a cookie or storage key. */
    owner(name, list = 'cookies') {
        return this.declaration.services.find((service) => service[list]?.some((one) => matches(one.name, name)));
    }
    /** Whether a name is declared as necessary, or is the record's. */
    necessary(name) {
        return name === recordName || this.declaration.necessary.some((one) => matches(one.name, name));
    }
    /** The purpose of a cookie or storage key: its service's, or the one it was written for. */
    purposeOf(name, list) {
        return this.necessary(name) ? 'necessary' : (this.owner(name, list)?.purpose ?? this.#claims.get(name));
    }
    /** Whether a choice does not cover a purpose or service that was declared later: it is asked about, never silently granted. */
    uncovered(purpose, service, choice = this.#choice) {
        return (choice &&
            ((purpose && this.declaration.used.includes(purpose) && !(purpose in choice.purposes)) ||
                (service && !(service in choice.services))));
    }
    /**
     * The nearest answer of a choice: cookie, service, purpose, mode.
     * @returns undefined while nothing has been chosen.
     */
    verdict(purpose, service, cookie, choice = this.#choice) {
        const { purposes, undeclared } = this.declaration;
        if (purpose === 'necessary')
            return 'accept';
        if (purpose && !(purpose in purposes))
            return 'refuse';
        const near = choice && ((cookie && choice.cookies[cookie]) || (service && choice.services[service]));
        if (near)
            return near;
        if (!purpose && undeclared === 'allow')
            return 'accept';
        const answer = purpose && choice?.purposes[purpose];
        // A purpose refused stays refused.
        if (answer !== 'refuse' && this.uncovered(purpose, service, choice))
            return 'notify';
        return answer || (choice?.mode ? answerOfMode(choice.mode) : this.#signalled ? 'refuse' : undefined);
    }
    /** The nearest answer for a cookie or storage key. A cookie that nothing declares follows the mode; such a key is let through. */
    decide(name, list = 'cookies') {
        const service = this.owner(name, list);
        if (this.necessary(name) || (list === 'storage' && !service))
            return 'accept';
        return this.verdict(this.purposeOf(name, list), service?.id, list === 'cookies' ? name : '');
    }
    /** The question open about something, put off or not. */
    question(kind, id) {
        return this.#questions.get(keyOf({ kind, id }));
    }
    /** Puts a question to the visitor; the same one twice is one question, the last attempt counts. */
    ask(question) {
        // A cookie whose name no record can hold an answer for stays held.
        if (!namable(question.id))
            return;
        const key = keyOf(question);
        const old = this.#questions.get(key);
        this.#questions.set(key, question);
        if (old && this.#later.delete(old))
            this.#later.add(question);
        else
            this.tell('question');
    }
    /** Puts off all open questions to the next page. */
    postpone() {
        for (const question of this.#questions.values())
            this.#later.add(question);
        this.tell('question');
    }
    /** A privacy signal of the browser counts as refusal until the visitor chooses otherwise; nothing is recorded. */
    signal() {
        this.#signalled = true;
        if (this.signalled)
            this.#changed();
    }
    /** The visitor has taken note of a minor revision of the policy; the choice stands. */
    acknowledge() {
        this.reread();
        if (!this.#choice)
            return;
        this.#choice = { ...this.#choice, policy: this.declaration.policy.version };
        this.#save();
    }
    /** Reads the record again: another tab or the server may have written it. */
    reread() {
        const before = this.#choice;
        // A record made on a newer policy, by another tab, takes nothing back.
        if (this.#kept && this.#read())
            this.#changed(this.#outdated ? undefined : before);
    }
    /** The answer for a purpose or service. */
    #verdictOf(id) {
        const service = this.service(id);
        return this.verdict(service?.purpose ?? (id || '-'), service?.id);
    }
    #time() {
        return (this.#ports.now ?? Date.now)();
    }
    #until(choice) {
        return after(Date.parse(choice.time), this.declaration.record.retention);
    }
    /** @returns whether that changed anything. */
    #read() {
        const [record = '', second] = this.#ports.storage.read();
        const read = second === undefined ? parseRecord(record) : undefined;
        const now = this.#time();
        const current = read && Date.parse(read.time) <= now && now < this.#until(read) ? read : undefined;
        const [major] = this.declaration.policy.version.split('.');
        const valid = current?.policy.split('.')[0] === major;
        const before = this.#choice && writeRecord(this.#choice);
        this.#choice = valid ? current : undefined;
        this.#outdated = valid ? undefined : current;
        return before !== (this.#choice && record);
    }
    /** A choice that covers all that is declared now, without a finer answer. */
    #blank(mode) {
        const { services, used } = this.declaration;
        return {
            mode,
            time: stamp(this.#time()),
            policy: this.declaration.policy.version,
            // A record names purposes, also of a site that has none to ask about.
            purposes: blank(used[0] ? used : ['necessary']),
            services: blank(services.map(({ id }) => id)),
            cookies: bare({}),
        };
    }
    #answer(choice, answered = {}, { given = 'api', language = '-', text = '-', session = this.#choice?.session ?? false } = {}) {
        const known = {
            purposes: (id) => id in this.declaration.purposes,
            services: (id) => this.service(id),
            cookies: namable,
        };
        let said = choice.mode ?? this.#choice;
        for (const kind of ['services', 'purposes', 'cookies']) {
            const list = bare(choice[kind]);
            choice = { ...choice, [kind]: list };
            for (const [id, answer] of Object.entries(answered[kind] ?? {})) {
                if (answers.includes(answer) && known[kind](id)) {
                    said = list[id] = answer;
                    // An answer for a purpose is one for all that is declared for it now.
                    for (const service of this.declaration.services) {
                        if (kind === 'purposes' && service.purpose === id)
                            choice.services[service.id] ??= '';
                    }
                }
                else
                    console.error(`cookie-modes: ${kind}.${id} cannot be "${answer}".`);
            }
        }
        if (this.#ports.shut || !said)
            return;
        // A mode takes the place of one that ended with a revision of the policy, too.
        const before = this.#choice ?? (choice.mode && this.#outdated);
        this.#choice = fit({
            ...choice,
            id: [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => (byte & 15).toString(16)).join(''),
            given,
            language,
            text,
            library: version,
            session,
        });
        this.#outdated = undefined;
        this.#save();
        this.#changed(before);
    }
    #save() {
        const choice = this.#choice;
        if (choice) {
            this.#kept = this.#ports.storage.write(writeRecord(choice), choice.session ? undefined : this.#until(choice));
        }
    }
    /** Takes away questions that have their answer. */
    #settle() {
        for (const [key, { kind, id }] of this.#questions) {
            const verdict = kind === 'cookie' ? this.decide(id) : this.#verdictOf(id);
            if (verdict !== 'notify')
                this.#questions.delete(key);
        }
    }
    #changed(before, erased = false) {
        this.#settle();
        this.tell('change', { mode: this.mode, erased, before });
        this.tell('question');
    }
    /** Dispatches one of the events; for attachments. */
    tell(name, detail) {
        this.dispatchEvent(new CustomEvent(name, { detail }));
        this.#ports.announce?.(name, detail);
    }
}

/** Storage for one page, for tests and for servers. */
function memoryStorage(...records) {
    return {
        read: () => records,
        write: (record) => !!(records = [record]),
        clear: () => (records = []),
    };
}

const stored = [{ 'name!': '_id', retention: 'P1Y', description: '' }];
/** A configuration with everything in it that one may contain. What is only shown (texts, agency) is checked where it is shown. */
const configExample = {
    'policy!': { 'url!': '/privacy', version: '2.0', updated: '2026-11-01', changes: [''] },
    purposes: { '*': { label: '', description: '', withoutIt: '' } },
    services: [
        {
            'id!': 'chat',
            'purpose!': 'activity',
            name: '',
            provider: '',
            description: '',
            policyUrl: '/privacy',
            src: ['/chat'],
            cookies: stored,
            storage: stored,
            indexedDB: ['chat'],
            caches: ['chat'],
            serviceWorkers: ['/'],
            onWithdraw: () => undefined,
        },
    ],
    necessary: stored,
    undeclared: 'hold',
    record: { retention: 'P6M', domain: 'example.gov', receiptUrl: '/receipts' },
    signals: { gpc: true, googleConsentMode: true, matomo: true },
    notice: { placement: 'bottom', locale: 'en', calendar: 'roc', headingLevel: 2, texts: null },
    agency: null,
};
const matching = (pattern) => (text) => pattern.test(text);
const id = matching(/^[a-z][\w-]*$/i);
// `new URL` sees through capitals, spaces and line breaks in "javascript:", so protocols are compared after parsing.
const url = (text) => {
    try {
        return /^https?:$/.test(new URL(text, globalThis.document?.baseURI ?? 'http://a').protocol);
    }
    catch {
        return false;
    }
};
/** What the kind of value does not say, by key of the example. */
const configTests = {
    '': id,
    'id!': id,
    'url!': url,
    policyUrl: url,
    receiptUrl: url,
    src: url,
    serviceWorkers: url,
    version: matching(/^\d+\.\d+$/),
    updated: matching(/^\d{4}-\d\d-\d\d$/),
    retention: (text) => after(0, text) > 0,
    domain: matching(/^[\w.-]+$/),
    undeclared: matching(/^(hold|allow)$/),
    placement: matching(/^(bottom|top|corner|inline)$/),
};

/** A configuration that makes consent impossible to honour; the message names the place and the remedy. */
class ConfigError extends Error {
    static {
        // Not left to the class: a minifier may rename it.
        this.prototype.name = 'ConfigError';
    }
}
/** Refuses a configuration; a path starts with a dot. */
function refuse(path, remedy) {
    throw new ConfigError(`cookie-modes: ${path.slice(1) || 'the configuration'} ${remedy}. Nothing is allowed till then.`);
}
/**
 * A clean copy of untrusted data that is shaped like an example. An object has the example's keys and no others (`*` stands
 * for any, a trailing `!` for one that must be there), a list holds what its first item is like, `''` is a text or one for
 * each language, null is anything.
 * @throws ConfigError
 */
function shaped(value, example, tests, path = '', key = '') {
    const wrong = () => refuse(path, `must be like ${JSON.stringify(example).replaceAll('!', '')}`);
    if (example === null)
        return value;
    if (Array.isArray(value) !== Array.isArray(example))
        wrong();
    if (Array.isArray(example)) {
        return value.map((one, index) => shaped(one, example[0], tests, `${path}[${index}]`, key));
    }
    // Not `instanceof`: objects of other realms and without a prototype are checked as well.
    if (Object(value) !== value) {
        if (value === null || typeof value !== typeof example || tests[key]?.(`${value}`) === false)
            wrong();
        return value;
    }
    if (typeof value !== typeof example && example !== '')
        wrong();
    if (value instanceof Function)
        return value;
    const known = bare((example || { '*': 'text' })); // an object, by what it was compared with
    const clean = bare({});
    for (const [name, one] of Object.entries(value)) {
        const where = `${path}.${name}`;
        const like = [name, `${name}!`, '*'].find((word) => word in known);
        if (!like)
            refuse(where, `is unknown: use ${Object.keys(known).join(', ').replaceAll('!', '')}`);
        if (like === '*' && !tests['']?.(name))
            refuse(where, 'must be letters, digits, - and _');
        if (one !== undefined)
            clean[name] = shaped(one, known[like], tests, where, like);
    }
    for (const name in known)
        if (name.endsWith('!') && !(name.slice(0, -1) in clean))
            refuse(`${path}.${name.slice(0, -1)}`, 'is missing');
    return clean;
}

/** Purposes that need no declaration; `necessary`, which is never asked about, is not among them. */
const builtIn = ['personalization', 'activity', 'statistics'];
/**
 * Checks a configuration and fills in its defaults.
 * @throws ConfigError naming what is wrong and the remedy.
 */
function declare(config) {
    const clean = shaped(config, configExample, configTests); // it has that shape, or an error was thrown
    const purposes = bare(Object.fromEntries(builtIn.map((id) => [id, {}])));
    Object.assign(purposes, clean.purposes);
    const used = new Set(clean.purposes ? Object.keys(clean.purposes) : builtIn);
    const taken = new Set(['necessary', ...Object.keys(purposes)]);
    clean.services?.forEach(({ id, purpose }, index) => {
        const path = `.services[${index}]`;
        if (taken.has(id))
            refuse(`${path}.id`, `must be renamed: "${id}" is taken`);
        taken.add(id);
        if (purpose in purposes)
            used.add(purpose);
        else if (purpose !== 'necessary')
            refuse(`${path}.purpose`, `must be in "purposes": "${purpose}"`);
    });
    used.delete('necessary');
    return {
        services: [],
        necessary: [],
        undeclared: 'hold',
        signals: {},
        notice: {},
        ...clean,
        policy: { version: '1.0', ...clean.policy },
        purposes,
        used: [...used],
        record: { retention: 'P6M', ...clean.record },
    };
}

/**
 * Whether attachments can be undone. A page that starts with the script tag never stops: its build replaces this file by one
 * that says false, and the code that undoes attachments falls away.
 */
const detachable = true;

/** Browsers take dates with dashes ("01-Jan-1970"), but none without the month's name and a time of day ("0", say). */
const past = (date) => /[a-z]{3}.*:/i.test(date) && Date.parse(date.replaceAll('-', ' ')) <= Date.now();
/**
 * Reads a cookie string (RFC 6265bis §5.6); of an attribute given twice, the last one counts, and Max-Age goes before Expires.
 * @param carryOut writes the string given, to end with the browser session where `session` is true
 */
function cookieWrite(consent, attempt, carryOut) {
    const [pair, ...rest] = attempt.split(';'); // what is split has a first part
    const name = pair.slice(0, Math.max(pair.indexOf('='), 0)).trim();
    const attributes = {};
    for (const attribute of rest) {
        const [key, ...parts] = attribute.split('=');
        const word = key.trim().toLowerCase();
        const value = parts.join('=').trim();
        if (word !== 'max-age' || /^-?\d+$/.test(value))
            attributes[word] = value;
    }
    const { domain, path, expires = '', 'max-age': maxAge } = attributes;
    const deletion = maxAge ? Number(maxAge) <= 0 : past(expires);
    const lane = [name, domain, path].join();
    return {
        kind: 'cookie',
        id: name,
        attempt,
        lane,
        deletion,
        verdict: () => consent.decide(name),
        carryOut(waited) {
            consent.written.set(lane, attempt);
            // On a shared computer nothing outlives the browser; a lifetime counts from the attempt.
            if (consent.choice?.session && !deletion && !consent.necessary(name)) {
                carryOut(attempt.replace(/;\s*(expires|max-age)\s*=[^;]*/gi, ''), true);
            }
            else
                carryOut(waited && maxAge ? `${attempt};max-age=${Number(maxAge) - waited}` : attempt);
        },
    };
}

/**
 * Holds `cookieStore.set()`. Its promise stays pending while the write is held; then it resolves as the browser's own does,
 * or rejects with a `NotAllowedError`. Deletions pass.
 */
function guardCookieStore(consent, submit) {
    const store = globalThis.CookieStore?.prototype;
    if (!store)
        return stay;
    let on = true;
    const detachers = ['set', 'delete'].map((method) => {
        const native = store[method];
        const ours = async function (...given) {
            const [first, value] = given;
            const init = (typeof first === 'object' ? first : { name: first, value });
            const carryOut = (session) => Reflect.apply(native, this, session ? [{ ...init, expires: null, maxAge: undefined }] : given);
            if (!on || !first)
                return carryOut();
            // The same cookie as a string, for the question and for undoing.
            const { name, value: text, expires, maxAge, domain, path } = init;
            let line = `${name}=${text}`;
            const date = expires == null ? expires : new Date(expires).toUTCString();
            const attributes = { domain, path, expires: date, 'max-age': method === 'delete' ? 0 : maxAge };
            for (const [key, is] of Object.entries(attributes))
                if (is != null)
                    line += `;${key}=${is}`;
            return new Promise((resolve, reject) => submit(cookieWrite(consent, line, (_, session) => resolve(carryOut(session))), () => reject(new DOMException('Refused', 'NotAllowedError'))));
        };
        Object.assign(store, { [method]: ours });
        return () => {
            if (store[method] === ours)
                Object.assign(store, { [method]: native });
        };
    });
    return () => {
        on = false;
        for (const detach of detachers)
            detach();
    };
}

/**
 * Holds what scripts assign to `document.cookie`: on the prototype, and on the document itself where somebody
 * (an auditor's recorder, say) has put a property of its own in front of it.
 */
function guardDocumentCookie(consent, submit) {
    let on = true;
    const detachers = [Document.prototype, document].map((target) => {
        const before = Object.getOwnPropertyDescriptor(target, 'cookie');
        const native = before?.set;
        if (!native || !before.configurable)
            return;
        const set = function (value) {
            const write = (line) => native.call(this, line);
            const attempt = `${value}`;
            if (on)
                submit(cookieWrite(consent, attempt, write));
            else
                write(attempt);
        };
        Object.defineProperty(target, 'cookie', { ...before, set });
        return () => {
            // Whoever came after us keeps what they put there; ours then only passes on.
            if (Object.getOwnPropertyDescriptor(target, 'cookie')?.set === set) {
                Object.defineProperty(target, 'cookie', before);
            }
        };
    });
    return () => {
        on = false;
        for (const detach of detachers)
            detach?.();
    };
}

/**
 * Holds writes of declared keys to `localStorage` and `sessionStorage`: `setItem()`, and assignment to a property, which only
 * a proxy in place of the area can see. Without declared keys nothing is touched.
 */
function guardWebStorage(consent, submit) {
    if (!consent.declaration.services.some(({ storage }) => storage))
        return stay;
    const prototype = Storage.prototype; // its methods, by name
    const areas = new WeakMap();
    const ours = {};
    const tried = new Set();
    const detachers = [];
    let on = true;
    // Those that write nothing are here too: none of the browser's own methods takes our proxy for an area.
    for (const method of ['setItem', 'removeItem', 'getItem', 'key', 'clear']) {
        const native = prototype[method];
        const own = (ours[method] =
            prototype[method] =
                function (...given) {
                    const area = areas.get(this) ?? this;
                    const carryOut = () => native?.apply(area, given);
                    const attempt = `${given[0]}`;
                    const service = consent.owner(attempt, 'storage');
                    if (method === 'clear') {
                        carryOut();
                        // What is held would come back when it is allowed.
                        tried.forEach((key) => ours.removeItem.call(this, key));
                    }
                    if (!on || !service || !/^[sr]/.test(method))
                        return carryOut();
                    tried.add(attempt);
                    return submit({
                        kind: 'service',
                        id: service.id,
                        attempt,
                        lane: `${area === areas.get(sessionStorage)}\n${attempt}`, // no cookie's lane has a line break
                        deletion: method === 'removeItem',
                        verdict: () => consent.decide(attempt, 'storage'),
                        carryOut,
                    });
                });
        {
            detachers.push(() => {
                on = false;
                if (prototype[method] === own && native)
                    prototype[method] = native;
            });
        }
    }
    for (const name of ['localStorage', 'sessionStorage']) {
        try {
            const area = window[name]; // it has any key
            const before = Object.getOwnPropertyDescriptor(window, name);
            const proxy = new Proxy(area, {
                get(target, key) {
                    const value = target[key];
                    // Once detached, the browser's own methods stand on the prototype again.
                    return detachable && typeof value === 'function' ? value.bind(target) : value;
                },
                set: (target, key, value) => (key in prototype ? (target[key] = value) : ours.setItem.call(target, key, value),
                    true),
                deleteProperty: (target, key) => (ours.removeItem.call(target, key), true),
            });
            areas.set(proxy, area);
            const get = () => proxy;
            Object.defineProperty(window, name, { ...before, get });
            if (detachable) {
                detachers.push(() => {
                    if (before && Object.getOwnPropertyDescriptor(window, name)?.get === get) {
                        Object.defineProperty(window, name, before);
                    }
                });
            }
        }
        catch {
            // Blocked: there is nothing to guard.
        }
    }
    return () => {
        for (const detach of detachers)
            detach();
    };
}

/**
 * Carries out, drops or holds writes as the consent says, and settles held ones, in their order, when it changes.
 * @returns where to submit a write, and how to end it
 */
function holdWrites(consent) {
    const held = new Map();
    const named = new Set();
    const settle = (one, key) => {
        const [write, drop, time, stack] = one;
        const { kind, id, attempt, deletion } = write;
        const verdict = write.verdict();
        if (kind === 'cookie' && !consent.owner(id) && !consent.necessary(id) && !named.has(id)) {
            named.add(id);
            console.warn(`cookie-modes: undeclared. Add {"name": "${id}"} to "necessary" or a service's "cookies".`);
        }
        if (verdict === 'accept' || verdict === 'refuse') {
            held.delete(key);
            if (verdict === 'accept')
                write.carryOut(Math.round((Date.now() - time) / 1e3));
            else
                drop?.();
            return;
        }
        held.set(key, one);
        if (verdict && !deletion)
            consent.ask({ kind, id, attempt, time, stack });
    };
    const settleAll = () => held.forEach((one, key) => {
        try {
            settle(one, key);
        }
        catch (error) {
            console.error(error); // One that the browser does not take must not keep back those behind it.
        }
    });
    consent.addEventListener('change', settleAll);
    const submit = (write, drop) => {
        const { lane, id, deletion, carryOut } = write;
        // Deleting is always let through. Behind a held write it also waits its turn, or carrying that out would bring the cookie back.
        if (deletion) {
            carryOut(0);
            if (![...held.values()].some(([one]) => one.id === id))
                return;
        }
        // A promise waits for each write of a cookie; a string is replaced by the next one.
        const key = drop ?? lane;
        held.delete(key);
        settle([write, drop, Date.now(), new Error().stack], key);
    };
    return [submit, () => consent.removeEventListener('change', settleAll)];
}

/**
 * Holds cookie and storage writes back until they are allowed. For well-behaved scripts, no security boundary:
 * fresh iframe realms, references taken earlier, HTTP headers, HttpOnly cookies and workers get past it.
 */
const guard = (consent) => {
    const [submit, detachWrites] = holdWrites(consent);
    const detachers = [guardDocumentCookie, guardCookieStore, guardWebStorage].map((part) => part(consent, submit));
    return () => {
        for (const detach of detachers)
            detach();
        detachWrites();
    };
};

/** Global Privacy Control counts as refusal until the visitor explicitly chooses otherwise (https://w3c.github.io/gpc/). */
const gpc = (consent) => {
    const { globalPrivacyControl } = navigator;
    const hear = () => {
        // A page that is being prerendered cannot see the record yet, which may say otherwise; once it is opened, that is read first.
        if (!document.prerendering)
            consent.signal();
    };
    if (globalPrivacyControl === true && consent.declaration.signals.gpc !== false) {
        document.addEventListener('prerenderingchange', hear);
        hear();
    }
    return stay;
};

/** Milliseconds; other tabs follow within a second. */
const moment = 500;
/** The document's own are met on their way to it. */
const events = ['visibilitychange', 'prerenderingchange', 'pageshow'];
/**
 * Follows the record wherever else it is written: another tab, a sub-domain, the server; on return from the back/forward
 * cache; and when a prerendered page is opened at last. Without https there is no cookieStore to hear others by: a tab then
 * follows when it is looked at again. A busy WebKitGTK tells of a cookie before `document.cookie` shows it: so each is read
 * once more a moment later.
 */
const followRecord = (consent) => {
    let on = true;
    const reread = () => {
        if (on)
            consent.reread();
    };
    const follow = () => {
        reread();
        setTimeout(reread, moment);
    };
    const store = globalThis.cookieStore;
    store?.addEventListener('change', follow);
    for (const event of events)
        addEventListener(event, follow, true);
    return () => {
        on = false;
        store?.removeEventListener('change', follow);
        for (const event of events)
            removeEventListener(event, follow, true);
    };
};

/**
 * The browser's own `document.cookie`, captured before anything else runs: `<img name=cookie>` hides the property of the document,
 * and the guard stands before it later.
 */
const nativeCookie = Object.getOwnPropertyDescriptor(globalThis.Document?.prototype ?? {}, 'cookie');
/** The cookies that scripts of this page can see, as `name=value`; none where storage is blocked. */
function visibleCookies() {
    try {
        return `${nativeCookie?.get?.call(document)}`.split('; ').filter(Boolean);
    }
    catch {
        return [];
    }
}
/** Whether nobody has opened this page yet: until then nothing is decided, asked or opened. */
const prerendering = () => document.prerendering;

/** Cookies and storage keys that scripts of this page can see now. */
function present() {
    const keys = (kind, area) => {
        try {
            return Object.keys(window[area]).map((name) => ({ kind, name }));
        }
        catch {
            return []; // Blocked storage has nothing to show.
        }
    };
    return [
        // What is split has a first part.
        ...visibleCookies().map((cookie) => ({ kind: 'cookie', name: cookie.split('=')[0] })),
        ...keys('local-storage', 'localStorage'),
        ...keys('session-storage', 'sessionStorage'),
    ];
}

/** A jar that claims each cookie before writing it, so that the guard knows its purpose. */
const purposeJar = (claim) => Cookies.withConverter({
    write(value, name) {
        claim(name);
        return Cookies.converter.write?.(value, name) ?? value;
    },
});

/** The record as a first-party cookie, readable by any server language; js-cookie writes it. */
function recordCookie(domain) {
    const jar = Cookies.withConverter({ read: (value) => value, write: String });
    const start = `${recordName}=`;
    const read = () => prerendering()
        ? []
        : visibleCookies()
            .filter((pair) => pair.startsWith(start))
            .map((pair) => pair.slice(start.length));
    const set = (value, attributes) => {
        try {
            const secure = location.protocol === 'https:';
            const line = jar.set(recordName, value, { sameSite: 'Lax', secure, ...attributes });
            // Where the page hides document.cookie, js-cookie wrote to nothing.
            if (line && read().includes(value) !== !!value)
                nativeCookie?.set?.call(document, line);
        }
        catch {
            // Storage is blocked (a sandboxed frame), as read() tells.
        }
    };
    const clear = () => {
        const parts = location.hostname.split('.');
        set('', { expires: -1 });
        for (const index of parts.keys())
            set('', { expires: -1, domain: parts.slice(index).join('.') });
    };
    return {
        read,
        clear,
        write(record, until) {
            const put = () => set(record, { domain, expires: until && new Date(until) });
            put();
            // A second record, left by a sub-domain or an earlier configuration, would make both count for nothing.
            if (1 in read()) {
                clear();
                put();
            }
            return read()[0] === record;
        },
    };
}

/** Undoes what is no longer allowed, by code that is loaded only when there is something to undo. */
const undoing = (load) => (consent) => {
    const running = new Set();
    let detach;
    let loading;
    /** What is there and not allowed; `undecided` stands for what nobody has decided about. */
    const unwanted = (undecided) => present().filter(({ kind, name }) => (kind !== 'cookie' && name === recordName) ||
        (consent.decide(name, kind === 'cookie' ? 'cookies' : 'storage') ?? undecided) !== 'accept');
    const later = () => (loading ??= load().then((undoer) => {
        detach = undoer.follow(() => void undo({}))(consent);
        return undoer;
    }));
    const undo = async (why) => {
        try {
            return await (await later()).undo(consent, why, { running, cookie: nativeCookie });
        }
        catch (error) {
            loading = undefined;
            console.error('cookie-modes: nothing removed.', error);
            const left = unwanted().map((trace) => ({ ...trace, why: 'not-loaded' }));
            return { removed: [], left, running: [...running] };
        }
    };
    // All else that the gate has let go it shuts again.
    const released = ({ detail: { element, service, purpose } }) => element.localName === 'script' && running.add(service ?? purpose);
    const changed = ({ detail }) => {
        if (detail.before || consent.mode !== 'accept-all' || unwanted('accept')[0]) {
            consent.undoing = undo(detail).then((report) => {
                consent.tell('undone', report);
                return report;
            });
        }
    };
    /** While nothing is chosen, what is there waits; then what nothing allows is asked about or removed. */
    const look = () => {
        if (unwanted('accept')[0] || consent.declaration.record.receiptUrl)
            later().catch(console.error);
    };
    const store = globalThis.cookieStore;
    consent.addEventListener('released', released);
    consent.addEventListener('change', changed);
    store?.addEventListener('change', look);
    look();
    return () => {
        consent.removeEventListener('released', released);
        consent.removeEventListener('change', changed);
        store?.removeEventListener('change', look);
        detach?.();
    };
};

/** The one consent of a page, whichever copy of the library started it. */
const key = Symbol.for('cookie-modes');
const page = globalThis;
/**
 * From a configuration to a running consent: gate, guard and signals attached, the record read.
 * @param gate the gate; code that is marked is inert without it, so that it may come later.
 * @param load fetches the code that undoes, when it is needed.
 * @throws ConfigError when the configuration makes consent impossible to honour.
 */
function startWith(config, gate, load) {
    if (page[key]) {
        console.warn('cookie-modes: started twice. Remove one.');
        return page[key];
    }
    const declaration = declare(config);
    const consent = (page[key] = new Consent(declaration, {
        storage: recordCookie(declaration.record.domain),
        jar: purposeJar,
        present,
        announce: (name, detail) => document.dispatchEvent(new CustomEvent(`cookie-modes-${name}`, { detail })),
    }));
    for (const attach of [guard, followRecord, gpc, gate, undoing(load)])
        attach(consent);
    return consent;
}

/** Tells vendors what is allowed, those that the configuration asks for. Attach it before the gate. */
const vendorSignals = attachAll(googleConsentMode, matomo);

/** On a server there is nothing to gate, guard or undo, and one consent for each request. */
const answering = (config) => new Consent(declare(config), { storage: memoryStorage() });
/**
 * Starts enforcing the visitor's choice on this page: gates, guard and signals, without any user interface
 * (that is `attachUi` from `cookie-modes/define`). In Node, where there is no page, it only answers, and `cookies()` is undefined.
 * A second call on a page warns and returns the first consent, whatever it is given; in Node each call makes a new one.
 *
 * What no script on a page can do, and this one cannot:
 * - The gate is the guarantee: what is marked is not loaded without consent. The guard on cookie and storage writes is for
 *   well-behaved scripts; it is not a security boundary.
 * - What was written before this call is not held, and a script that kept the browser's own setter from before gets past.
 * - So does a fresh frame (`about:blank` has a `document.cookie` of its own), and so does a worker.
 * - Any response may set cookies; they are met afterwards, not prevented. `HttpOnly` ones can be neither seen nor deleted.
 * - Keys of `localStorage` and `sessionStorage` that nothing declares are neither held nor removed. Writes to IndexedDB and Cache
 *   Storage are not held; what is declared of them is removed on refusal.
 * - A cookie of a folder that this page is not in can be removed only if it was written on this page; what belongs to other origins
 *   stays theirs.
 * - Code that already ran cannot be unloaded.
 * - Safari keeps what scripts store for seven days, the record too, unless a server sets it again.
 * @param config what the site uses, and its policy: the same as the JSON block of the script tag. Only `policy.url` is required.
 * @throws ConfigError when the configuration makes consent impossible to honour; it names the first wrong place and its remedy.
 */
function start(config) {
    const consent = globalThis.document
        ? startWith(config, attachAll(vendorSignals, gate), () => import('./shared/script-undo.js'))
        : answering(config);
    return consent; // the ids are those declared
}

export { ConfigError, Consent, after, answers, modes, parseRecord, recordName, start, writeRecord };
