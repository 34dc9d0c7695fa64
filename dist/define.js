import { purposes, embed, time, question, table, settings, rights, confirmation, notice, messages } from './locales/en.js';
import { e as embedTarget, E as EmbedElement, Q as QuestionElement, S as SettingsDialogElement, T as TableElement, c as createContext, p as provide, a as CookieModesSettingsElement, C as CookieModesElement, b as currentContext } from './shared/table.js';
import 'lit';
import './shared/coverage.js';

/** The name under which the placeholder is registered. */
const embedTag = 'cookie-modes-embed';
/** Puts a placeholder before each held element that a visitor would miss and that the site has not put into one itself. */
function placeholders(context) {
    const { consent } = context;
    const made = new Map();
    const add = ({ element }) => {
        const target = embedTarget(element);
        if (!target || made.has(target) || target.closest(embedTag))
            return;
        const embed = document.createElement(embedTag); // registered by the door
        embed.marked = element;
        embed.context = context;
        made.set(target, embed);
        target.before(embed);
    };
    const follow = () => {
        for (const [target, embed] of made) {
            if (!target.isConnected) {
                embed.remove();
                made.delete(target);
            }
            else if (embed.nextSibling !== target)
                target.before(embed);
        }
    };
    const met = ({ detail }) => {
        add(detail);
        follow();
    };
    for (const detail of consent.held.values())
        add(detail);
    consent.addEventListener('held', met);
    consent.addEventListener('change', follow);
    return () => {
        consent.removeEventListener('held', met);
        consent.removeEventListener('change', follow);
        for (const embed of made.values())
            embed.remove();
    };
}

/** Shows placeholders for what the gate holds. */
function attach$4(context) {
    context.addEnglish({ embed, purposes });
    if (!customElements.get(embedTag))
        customElements.define(embedTag, EmbedElement);
    return placeholders(context);
}

/**
 * How often in a row an element that somebody takes out of the body comes back, and milliseconds after which it may once more: routers
 * take it out now and then, but a script that removes it each time must not be fought for ever.
 */
const patience = 20;
const calm = 1000;
/** Keeps an element first in the body, also when the body is replaced, as long as the site has none of its own. */
function place(tag) {
    const own = document.createElement(tag);
    let left = patience;
    let last = 0;
    const keep = () => {
        const { body } = document;
        const now = performance.now();
        left = Math.min(patience, left + (now - last) / calm);
        last = now;
        const theirs = [...document.getElementsByTagName(tag)].some((element) => element !== own);
        if (theirs)
            own.remove();
        else if (body && !own.isConnected && left >= 1) {
            left--;
            body.prepend(own);
        }
    };
    // The site's own may stand anywhere, and come and go with a view.
    const observer = new MutationObserver(keep);
    observer.observe(document.documentElement, { childList: true, subtree: true });
    keep();
    return () => {
        observer.disconnect();
        own.remove();
    };
}

const tag$1 = 'cookie-modes-question';
/** Asks the questions of notify mode: first on the page, where the first Tab leads. */
function attach$3(context) {
    context.addEnglish({ purposes, question, time });
    if (!customElements.get(tag$1))
        customElements.define(tag$1, QuestionElement);
    return place(tag$1);
}

const tag = 'cookie-modes-settings-dialog';
let dialog;
/** Adds the settings to the page, closed. */
function attach$2(context) {
    const { consent } = context;
    context.addEnglish({ rights, settings, table, time });
    if (!customElements.get(tag))
        customElements.define(tag, SettingsDialogElement);
    const own = document.createElement(tag); // defined above
    const following = new AbortController();
    own.context = context;
    document.body.append(own);
    consent.addEventListener('undone', ({ detail }) => own.hear(detail), { signal: following.signal });
    dialog = own;
    return () => {
        following.abort();
        own.remove();
        if (dialog === own)
            dialog = undefined;
    };
}
/** Shows the settings, the focus on their heading; a router may have taken them out of the page meanwhile. */
function open() {
    if (!dialog)
        return;
    if (!dialog.isConnected)
        document.body.append(dialog);
    void dialog.open();
}

/** Fills the cookie tables of the page. */
function attach$1(context) {
    context.addEnglish({ table, time });
    if (!customElements.get('cookie-modes-table'))
        customElements.define('cookie-modes-table', TableElement);
    return () => { };
}

const contexts = new WeakMap();
/**
 * The context all parts of the interface share, once the texts of the page's language are there; one for each consent until it is
 * forgotten.
 * @param english sections that elements in the page's own markup read at once
 */
function ready(consent, sources, english) {
    const known = contexts.get(consent);
    if (known)
        return known;
    const made = createContext(consent, sources).then((context) => {
        context.addEnglish({ notice, confirmation, purposes, ...english });
        if (contexts.get(consent) === made)
            provide(context);
        return context;
    });
    contexts.set(consent, made);
    return made;
}
/** The next one to ask for the context of a consent gets a new one. */
const forget = (consent) => void contexts.delete(consent);
/** Shows the notice, first in the document unless the site has placed one. */
function attach(context) {
    const elements = { 'cookie-modes': CookieModesElement, 'cookie-modes-settings': CookieModesSettingsElement };
    for (const [tag, element] of Object.entries(elements)) {
        if (!customElements.get(tag))
            customElements.define(tag, element);
    }
    const leave = place('cookie-modes');
    return () => {
        leave();
        context.end();
        if (currentContext() === context)
            provide(undefined);
    };
}

/** Listens to clicks: a plain link opens the settings, and so does a settings button whose code has not come yet. */
const openByLink = (consent) => (event) => {
    // In whatever shadow tree the link stands, and whatever stands in the link.
    const path = event.composedPath();
    if (path.some((one) => one.matches?.('a[href$="#cookie-modes"],cookie-modes-settings:not(:defined)'))) {
        event.preventDefault();
        consent.openSettings();
    }
};

for (const [tag, element] of Object.entries({
    'cookie-modes': CookieModesElement,
    'cookie-modes-settings': CookieModesSettingsElement,
    'cookie-modes-question': QuestionElement,
    'cookie-modes-settings-dialog': SettingsDialogElement,
    'cookie-modes-embed': EmbedElement,
    'cookie-modes-table': TableElement,
})) {
    if (!customElements.get(tag))
        customElements.define(tag, element);
}
/** Texts in other languages: a file each, fetched when the page is in that language. The build puts their tags here. */
const languages = {
    available: 'ar en id ja ko th vi zh-TW'.split(' '),
    load: (tag) => import((`./locales/${tag}.js`)), // each file there is one
};
/** Shows the whole user interface for a consent: notice, questions, settings, placeholders, tables. */
function attachUi(consent) {
    const ends = new AbortController();
    const until = { signal: ends.signal };
    const own = consent; // the interface asks about ids it has read from the declaration
    const started = ready(own, languages, messages).then((context) => {
        if (ends.signal.aborted)
            return context.end();
        const parts = [
            attach(context),
            attach$3(context),
            attach$2(context),
            attach$4(context),
            attach$1(context),
        ];
        ends.signal.addEventListener('abort', () => parts.reverse().forEach((detach) => detach()));
    });
    consent.addEventListener('settings', () => void started.then(open), until);
    document.addEventListener('click', openByLink(own), until);
    return () => {
        if (ends.signal.aborted)
            return;
        ends.abort();
        // Whoever attaches it again at once has a context of their own.
        forget(own);
    };
}

export { attachUi };
