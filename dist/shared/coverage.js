/** The visitor's standing instructions for the whole site, in the order in which they are offered. */
const modes = ['accept-all', 'notify', 'refuse-all'];
/** What can be answered for one purpose, one service or one cookie. `notify` means: ask me. */
const answers = ['accept', 'notify', 'refuse'];
/** How a choice reached the library; kept in the record and the receipt as proof (GDPR Art. 7(1)). */
const ways = ['button', 'settings', 'question', 'api', 'automatic', 'gpc'];
/** What a mode says of everything that no nearer answer covers. */
const answerOfMode = (mode) => answers[modes.indexOf(mode)] ?? 'refuse';

const pattern = /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
/**
 * The moment (milliseconds since 1970, as `start`) an ISO 8601 duration after another, by the calendar in UTC (`P6M` after 31 August ends on 3 March, as `Date` counts).
 * @returns milliseconds since 1970, or NaN when the text is not a duration.
 */
function after(start, duration) {
    const found = pattern.exec(duration);
    if (!found)
        return NaN;
    const [years, months, weeks, days, hours, minutes, seconds] = found.slice(1).map((n) => Number(n ?? 0));
    const date = new Date(start);
    date.setUTCMonth(date.getUTCMonth() + years * 12 + months);
    return date.getTime() + (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 6e4 + seconds * 1e3;
}

/** Whether a name is the one declared, `*` standing for any characters. */
const matches = (declared, name) => declared === name ||
    (declared.includes('*') &&
        new RegExp(`^${declared.replace(/[^\w*]/g, '\\$&').replaceAll('*', '.*')}$`, 's').test(name));

/** A copy without a prototype: no name that a site or a visitor's record uses can mean anything but what it says. */
const bare = (object) => Object.assign(Object.create(null), object);

/** The one cookie the library stores. */
const recordName = 'cookie_consent';
/** A moment (milliseconds since 1970) in UTC, ISO 8601, whole seconds. */
const stamp = (moment) => `${new Date(moment).toISOString().slice(0, 19)}Z`;
/** Cookies of more than 4 KB are dropped by browsers; a record stays far below, whatever is in it. */
const longest = 1000;
const word = (words) => new RegExp(`^(${words.join('|')})$`);
/** The fields of a record, in their order, each with what it may be; one that may be '' may be left out. */
const fields = [
    ['mode', word([...modes, ''])],
    ['time', /Z$/],
    ['policy', /^\d+\.\d+$/],
    ['purposes', /./],
    ['services', /^/],
    ['cookies', /^(\S+\.(accept|notify|refuse)( |$))*$/],
    ['id', /^[\da-f]{32}$/],
    ['given', word(ways)],
    ['language', /^[\w-]+$/],
    ['text', /^(-|[\da-f]{32})$/],
    ['library', /./],
    ['session', /^(true)?$/],
];
/** A choice as query-string text: one line for any server language. Its length is not checked; `parseRecord` refuses one too long. */
function writeRecord(choice) {
    const record = new URLSearchParams();
    for (const [field] of fields) {
        const value = choice[field];
        const text = typeof value === 'object'
            ? Object.entries(value)
                .map(([key, answer]) => (answer ? `${key}.${answer}` : key))
                .join(' ')
            : `${value || ''}`;
        if (text)
            record.set(field, text);
    }
    return `${record}`;
}
/** Whether a record of this choice keeps within its size. */
const fits = (choice) => writeRecord(choice).length <= longest;
/**
 * Reads a record strictly: anything missing, unknown, doubled, too long or written otherwise than the library writes it is no record.
 * Says nothing of age or policy version; on a server, compare `time` and `policy` too.
 */
function parseRecord(record) {
    if (record.length > longest)
        return;
    const given = new URLSearchParams(record);
    const read = {};
    let answered = false;
    for (const [field, pattern] of fields) {
        const text = given.get(field) ?? '';
        if (!pattern.test(text))
            return;
        read[field] = text || undefined;
        // Purposes, services, cookies.
        if (field.endsWith('es')) {
            const covered = bare({});
            for (const entry of text.split(' ').filter(Boolean)) {
                const [, key = entry, answer = ''] = /^(.+)\.(accept|notify|refuse)$/.exec(entry) ?? [];
                covered[key] = answer; // the pattern says so
                answered ||= !!answer;
            }
            read[field] = covered;
        }
    }
    const choice = { ...read, session: !!read['session'] }; // each field matched its pattern
    // What the library would write for this choice is what stands there: nothing unknown, doubled, or out of place; and the day exists.
    const exact = writeRecord(choice) === record && stamp(Date.parse(choice.time) || 0) === choice.time;
    if (exact && (choice.mode || answered))
        return choice;
}

/** The same for the same question put again. */
const keyOf = ({ kind, id }) => `${kind} ${id}`;

/** Ids covered without an answer of their own. */
const blank = (ids) => bare(Object.fromEntries(ids.map((id) => [id, ''])));
/** Makes a choice fit the record: what is left out is asked about again, never granted. */
function fit(choice) {
    const { purposes, services, cookies } = choice;
    let { mode } = choice;
    for (const list of [cookies, services, purposes]) {
        for (const id in list) {
            if (fits({ ...choice, mode }))
                break;
            // An answer that falls away must not uncover an acceptance above it.
            if (list === cookies && list[id] !== 'accept') {
                if (mode === 'accept-all')
                    mode = 'notify';
                for (const above of [services, purposes]) {
                    for (const key in above)
                        if (above[key] === 'accept')
                            above[key] = 'notify';
                }
            }
            delete list[id];
        }
    }
    return { ...choice, mode };
}

export { modes as a, answerOfMode as b, after as c, bare as d, blank as e, answers as f, fit as g, keyOf as k, matches as m, parseRecord as p, recordName as r, stamp as s, writeRecord as w };
