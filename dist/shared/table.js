import { LitElement, nothing, css, html, render } from 'lit';
import { c as after, a as modes, r as recordName, m as matches, k as keyOf, e as blank, d as bare, b as answerOfMode, f as answers } from './coverage.js';

/** A text with its placeholders filled; one that has no value stays as it is, so that a mistake can be seen. */
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (placeholder, key) => Object.hasOwn(values, key) ? `${values[key]}` : placeholder);
/** A text that depends on a number, in the form the language has for it; {count} is that number in the language's digits. */
function fillCount(text, count, language, values = {}) {
    const form = typeof text === 'string' ? text : (text[new Intl.PluralRules(language).select(count)] ?? text.other);
    return fill(form, { ...values, count: new Intl.NumberFormat(language).format(count) });
}
/** Names in a row, as the language joins them: "a, b and c". */
const listOf = (items, language) => new Intl.ListFormat(language).format(items);
/** Clauses in a row, with the separators of `messages.notice`; empty ones are left out. */
function joinClauses(clauses, separators) {
    const said = clauses.filter(Boolean);
    const { clauseSeparator, lastClauseSeparator, twoClauseSeparator } = separators;
    if (said.length < 3)
        return said.join(twoClauseSeparator);
    return said.slice(0, -1).join(clauseSeparator) + lastClauseSeparator + (said.at(-1) ?? '');
}

/**
 * The best of the available BCP 47 tags for a wanted one, such as that of `<html lang>`.
 * Nearest first: the tag itself, the tag shortened from its end (`ar-EG` → `ar`), another region of the same language.
 * Chinese is matched by script: `zh-HK` and `zh-Hant` may read `zh-TW`; `zh`, `zh-CN` and `zh-Hans` may not.
 * @returns undefined when nothing fits: the caller falls back to English and says so.
 */
function matchLocale(wanted, available) {
    const find = (fits) => available.find((tag) => fits(tag.toLowerCase()));
    const tag = wanted.toLowerCase().replace(/_/g, '-');
    for (let part = tag; part; part = part.slice(0, Math.max(part.lastIndexOf('-'), 0))) {
        const found = find((one) => one === part);
        if (found)
            return found;
    }
    const [language] = tag.split('-');
    if (!language)
        return undefined;
    const traditional = /^zh-(hant|tw|hk|mo)\b/;
    return find((one) => language === 'zh' ? traditional.test(tag) && traditional.test(one) : one.startsWith(`${language}-`));
}

/**
 * A text of the site in the wanted language, else in English, else in the first there is.
 * `lang` is the tag it was found under; undefined for a plain string, which is in the language of the page.
 */
function localized(label, wanted) {
    if (typeof label === 'string')
        return { text: label, lang: undefined };
    const tags = Object.keys(label);
    const lang = matchLocale(wanted, tags) ?? matchLocale('en', tags) ?? tags[0];
    return { text: (lang !== undefined && label[lang]) || '', lang };
}

const isTree = (value) => typeof value === 'object' && value !== null;
const own$1 = (texts, key) => isTree(texts) && Object.hasOwn(texts, key) ? texts[key] : undefined;
function textIn(value, language) {
    if (typeof value === 'string')
        return value;
    if (!isTree(value))
        return undefined;
    const entries = Object.entries(value).filter((entry) => typeof entry[1] === 'string');
    return entries.length > 0 ? localized(Object.fromEntries(entries), language).text : undefined;
}
/**
 * Texts with those of the site in place of ours: `{"notice.heading": "…"}` or `{"notice": {"heading": "…"}}`, each a string
 * or an object by language. Only keys that we have are copied, into objects without a prototype; everything else is left alone.
 * @param path - where `base` stands: `''` for all texts, `'notice'` for one section.
 */
function override(base, texts, { language, path = '' }) {
    const nested = path.split('.').reduce((tree, key) => (key ? own$1(tree, key) : tree), texts);
    const result = Object.create(null);
    for (const [key, ours] of Object.entries(base)) {
        const at = path ? `${path}.${key}` : key;
        const theirs = own$1(texts, at) ?? own$1(nested, key);
        const counted = isTree(ours) && 'other' in ours;
        if (at === 'language')
            result[key] = ours;
        else if (!isTree(ours))
            result[key] = textIn(theirs, language) ?? ours;
        else if (counted && theirs !== undefined && own$1(theirs, 'other') === undefined)
            result[key] = textIn(theirs, language) ?? ours;
        else
            result[key] = override(ours, texts, { language, path: at });
    }
    return result; // the same keys as `base`, each with a text in its place
}

/** Makes the context of one consent; resolves when the texts of the page's language are there. */
async function createContext(consent, { load, available, open }) {
    const { notice } = consent.declaration;
    const root = document.documentElement;
    const listeners = new Set();
    const tell = () => listeners.forEach((listener) => listener());
    const tags = ['en', ...available];
    let english = {};
    let loaded = {};
    let locale = 'en';
    let latest = 0;
    let acting = false;
    const choose = async () => {
        const turn = ++latest;
        const wanted = notice.locale ?? root.lang;
        let tag = matchLocale(wanted, tags);
        let messages = {};
        try {
            if (tag && tag !== 'en')
                ({ messages } = await load(tag));
        }
        catch {
            tag = undefined;
        }
        if (turn !== latest)
            return;
        if (!tag) {
            console.warn(`cookie-modes: no texts for the language "${wanted}", so they are in English. Set <html lang> or notice.locale to one of ${tags.join(', ')}.`);
        }
        locale = tag ?? 'en';
        loaded = messages;
        tell();
    };
    const dirOf = (tag) => /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/i.test(tag) ? 'rtl' : 'ltr';
    const context = {
        consent,
        get locale() {
            return locale;
        },
        get dir() {
            return dirOf(locale);
        },
        get attributes() {
            const dir = dirOf(locale);
            return {
                lang: locale.toLowerCase() === root.lang.toLowerCase() ? undefined : locale,
                dir: dir === getComputedStyle(root).direction ? undefined : dir,
            };
        },
        texts(section) {
            const own = loaded[section] ?? english[section];
            // Each part adds its English sections before it reads them.
            return (typeof own === 'object' ? override(own, notice.texts, { language: locale, path: section }) : own);
        },
        addEnglish(part) {
            english = { ...english, ...part };
        },
        localized(label) {
            if (!label)
                return;
            // A plain text is in the language of the page.
            const { text, lang = root.lang } = localized(label, locale);
            return text
                ? { text, lang: lang.toLowerCase() === locale.toLowerCase() ? undefined : lang || undefined }
                : undefined;
        },
        openPart(name) {
            if (open)
                open(name);
            else if (name === 'settings')
                consent.openSettings();
        },
        act(change) {
            acting = true;
            change();
            acting = false;
        },
        get acting() {
            return acting;
        },
        follow(listener) {
            listeners.add(listener);
            return () => listeners.delete(listener);
        },
        end() {
            latest++;
            observer.disconnect();
            consent.removeEventListener('change', tell);
            consent.removeEventListener('question', tell);
        },
    };
    const observer = new MutationObserver(() => void choose());
    observer.observe(root, { attributeFilter: ['lang', 'dir'] });
    consent.addEventListener('change', tell);
    consent.addEventListener('question', tell);
    await choose();
    return context;
}
let current;
const waiting = new Set();
/** Makes a context the page's, so that elements in the site's own markup find it; `undefined` takes it away. */
function provide(context) {
    current = context;
    waiting.forEach((listener) => listener());
}
/** The context of the page, if the interface has started. */
const currentContext = () => current;
/** Calls a listener whenever the page's context has been provided or taken away. */
function onProvide(listener) {
    waiting.add(listener);
    return () => waiting.delete(listener);
}

/**
 * What all elements have in common: they show the context of the page, or one that was set, and draw themselves anew when the
 * choice, the questions or the language change. Without a context they show nothing.
 */
class BaseElement extends LitElement {
    #given;
    #followed;
    #unfollow;
    #leave;
    get context() {
        return this.#given ?? currentContext();
    }
    set context(context) {
        this.#given = context;
        this.#follow();
    }
    get consent() {
        return this.context?.consent;
    }
    connectedCallback() {
        super.connectedCallback();
        this.#leave = onProvide(() => this.#follow());
        this.#follow();
    }
    disconnectedCallback() {
        super.disconnectedCallback();
        this.#leave?.();
        this.#leave = undefined;
        this.#follow();
    }
    /** What to draw; called only while there is a context. */
    view(_context) {
        return nothing;
    }
    /** Starts following a context; returns how to stop. */
    follow(context) {
        return context.follow(() => this.requestUpdate());
    }
    render() {
        const { context } = this;
        if (!context)
            return nothing;
        this.#speak(context);
        return this.view(context);
    }
    #follow() {
        const context = this.#leave ? this.context : undefined;
        if (context === this.#followed)
            return;
        this.#unfollow?.();
        this.#followed = context;
        this.#unfollow = context && this.follow(context);
        this.requestUpdate();
    }
    #set = {};
    /** Marks the host with the language of our texts where it is not the page's; what the site has set stays. */
    #speak({ attributes }) {
        for (const name of ['lang', 'dir']) {
            const value = attributes[name];
            if (this.hasAttribute(name) && this.getAttribute(name) !== this.#set[name])
                continue;
            if (value)
                this.setAttribute(name, (this.#set[name] = value));
            else
                this.removeAttribute(name);
        }
    }
}

/**
 * What all elements share: colours, type, focus, plain buttons and links in the shadow tree.
 * Private names begin with `--_`; each takes the public property of the same name.
 */
const baseStyles = css `
  :host {
    --_background: var(--cookie-modes-background, Canvas);
    --_color: var(--cookie-modes-color, CanvasText);
    --_border: var(--cookie-modes-border, #6b7280);
    --_accent: var(--cookie-modes-accent, #123f7a);
    --_on-accent: var(--cookie-modes-on-accent, #fff);
    --_fill: var(--_accent);
    --_radius: var(--cookie-modes-radius, 0.25rem);
    --_gap: 0.75rem;
    --_target: max(2.75rem, 44px);
    box-sizing: border-box !important;
    font-family: var(--cookie-modes-font-family, inherit);
    /* Readable also where a page makes its root tiny, by a reset or out of spite. */
    font-size: max(var(--cookie-modes-font-size, 1rem), 14px) !important;
    font-weight: normal !important;
    font-style: normal !important;
    line-height: 1.5 !important;
    text-align: start !important;
    text-transform: none !important;
    color: var(--_color) !important;
    writing-mode: horizontal-tb !important;
  }
  @supports (color: light-dark(red, red)) {
    :host {
      --_border: var(--cookie-modes-border, light-dark(#6b7280, #9ca3af));
      --_accent: var(--cookie-modes-accent, light-dark(#123f7a, #b3d0ff));
      --_on-accent: var(--cookie-modes-on-accent, light-dark(#fff, #0b1b33));
      color-scheme: var(--cookie-modes-scheme, light dark) !important;
    }
  }
  /* The browser's colours, said too: tools read what is said. */
  @media (forced-colors: active) {
    :host {
      --_border: ButtonText;
      --_accent: ButtonText;
      /* Texts lie on a plate of the page's colour: dark ones on a light button could not be read. */
      --_on-accent: ButtonText;
      --_fill: ButtonFace;
    }
  }
  :host([hidden]) {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  p,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  ul,
  ol,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  h1,
  h2,
  h3,
  h4,
  h5,
  h6 {
    font-size: 1.125em;
    line-height: 1.3;
  }
  a {
    display: inline-block;
    min-block-size: var(--_target);
    align-content: center;
    padding-block: 0.625rem;
    color: var(--_accent);
  }
  /* Quiet buttons: those that decide are in choice-button.styles.ts. */
  button {
    min-block-size: var(--_target);
    min-inline-size: var(--_target);
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: transparent;
    color: var(--_accent);
    font: inherit;
    cursor: pointer;
  }
  button:hover {
    text-decoration: underline;
  }
  :focus-visible {
    outline: 0.1875rem solid var(--_accent);
    outline-offset: 0.125rem;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-contrast: more) {
    :host {
      --_border: currentcolor;
    }
  }
`;

/**
 * The buttons that decide (`data-mode`, `data-answer`), slotted from the light DOM. In a shadow tree, rules marked important win over
 * the page's important ones (https://drafts.csswg.org/css-cascade-5/#cascade-context), so the page cannot favour one of them.
 * Put their slots into an element with the class `choices`: all become equally wide and high.
 */
const choiceButtonStyles = css `
  .choices {
    display: grid;
    /* All beside each other where --_switch fits, else all below each other; never two and one. */
    grid-template-columns: repeat(
      auto-fit,
      minmax(clamp(30%, (var(--_switch, 33rem) - 100%) * 999, 100%), 1fr)
    );
    grid-auto-rows: 1fr;
    gap: var(--_gap);
  }
  /* First everything the page says is taken back, then what a button needs is said. */
  ::slotted(*) {
    all: revert !important;
    box-sizing: border-box !important;
  }
  ::slotted(*)::before,
  ::slotted(*)::after {
    content: none !important;
  }
  ::slotted(button) {
    min-block-size: var(--_target) !important;
    min-inline-size: var(--_target) !important;
    padding: 0.5rem 0.75rem !important;
    border: 1px solid var(--_border) !important;
    border-radius: var(--_radius) !important;
    background: transparent !important;
    color: var(--_accent) !important;
    font: inherit !important;
    letter-spacing: inherit !important;
    overflow-wrap: anywhere !important;
    cursor: pointer !important;
  }
  ::slotted(button[data-mode]),
  ::slotted(button[data-answer]) {
    inline-size: 100% !important;
    /* Without the odd 64th of a pixel that one track in three gets. */
    inline-size: round(down, 100%, 1px) !important;
    block-size: 100% !important;
    margin: 0 !important;
    border-color: var(--_accent) !important;
    background: var(--_fill) !important;
    color: var(--_on-accent) !important;
    font-weight: 600 !important;
  }
  ::slotted(a) {
    color: var(--_accent) !important;
  }
  ::slotted(:focus-visible) {
    outline: 0.1875rem solid var(--_accent) !important;
    outline-offset: 0.125rem !important;
  }
  ::slotted([hidden]) {
    display: none !important;
  }
  @media (forced-colors: active) {
    ::slotted(button) {
      border-color: ButtonText !important;
    }
  }
`;

const dayMs = 864e5;
const units = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'];
const isoDuration = /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const withCalendar = (language, calendar) => calendar ? `${language.replace(/-u-.*/, '')}-u-ca-${calendar}` : language;
const inUnit = (amount, unit, language) => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
/** A moment as a date in words, in the visitor's own time zone. */
const dateInWords = (time, language, calendar) => new Intl.DateTimeFormat(withCalendar(language, calendar), { dateStyle: 'long' }).format(time);
/** A moment as date and time in words, in the visitor's own time zone. */
const timeInWords = (time, language, calendar) => new Intl.DateTimeFormat(withCalendar(language, calendar), { dateStyle: 'long', timeStyle: 'short' }).format(time);
/**
 * A written day in words: the same day for everyone, wherever they are.
 * Takes ISO 8601 (`2026-11-01`) and, as Taiwanese offices write it, the ROC year (`115-11-01`); anything else comes back as it was.
 */
function dayInWords(day, language, calendar) {
    const found = /^(\d{2,4})-(\d{2})-(\d{2})$/.exec(day);
    const [year = NaN, month = NaN, date = NaN] = (found ?? []).slice(1).map(Number);
    const time = Date.UTC(year < 1000 ? year + 1911 : year, month - 1, date);
    if (Number.isNaN(time))
        return day;
    const options = { dateStyle: 'long', timeZone: 'UTC' };
    return new Intl.DateTimeFormat(withCalendar(language, calendar), options).format(time);
}
/** An ISO 8601 duration in words ("13 months"); one that cannot be read comes back as it was. */
function durationInWords(duration, language) {
    const found = isoDuration.exec(duration);
    if (!found)
        return duration;
    const parts = units.flatMap((unit, index) => {
        const amount = Number(found[index + 1] ?? 0);
        return amount ? [inUnit(amount, unit, language)] : [];
    });
    return new Intl.ListFormat(language, { type: 'unit' }).format(parts);
}
/** A number of milliseconds in words, rounded to the unit a person would take: 400 days are "13 months". */
function spanInWords(ms, language) {
    const days = ms / dayMs;
    if (days >= 700)
        return inUnit(Math.round(days / 365.25), 'year', language);
    if (days >= 60)
        return inUnit(Math.round(days / 30.44), 'month', language);
    if (days >= 2)
        return inUnit(Math.round(days), 'day', language);
    if (days >= 1 / 12)
        return inUnit(Math.round(days * 24), 'hour', language);
    if (days >= 1 / 720)
        return inUnit(Math.round(days * 1440), 'minute', language);
    return inUnit(Math.max(1, Math.round(ms / 1000)), 'second', language);
}
/** How long something is kept, as it reads after the word "Kept". */
function lifetimeInWords(lifetime, time, { language, calendar }) {
    if (!lifetime)
        return time.notStated;
    if (lifetime.kind === 'session' || lifetime.kind === 'untilDeleted')
        return time[lifetime.kind];
    if (lifetime.kind === 'duration')
        return fill(time.lasting, { duration: durationInWords(lifetime.duration, language) });
    const date = dateInWords(lifetime.time, language, calendar);
    return lifetime.from === undefined
        ? fill(time.until, { date })
        : fill(time.lastingUntil, { date, duration: spanInWords(lifetime.time - lifetime.from, language) });
}

/** Whether a choice has answers of its own for single purposes, services or cookies. */
const hasFinerAnswers = ({ purposes, services, cookies }) => [purposes, services, cookies].some((list) => Object.values(list).some(Boolean));

/** The label of a mode, as on its button. */
const modeInWords = (context, mode) => context.texts('notice')[{ 'accept-all': 'acceptAll', notify: 'notify', 'refuse-all': 'refuseAll' }[mode]];

/** What was chosen, how long it is kept, how to change it. */
function confirmationLines(context) {
    const { choice, declaration, kept } = context.consent;
    if (!choice)
        return [];
    const t = context.texts('confirmation');
    const notice = context.texts('notice');
    const { mode } = choice;
    const said = { 'accept-all': t.acceptAll, notify: t.notify, 'refuse-all': t.refuseAll };
    const until = after(Date.parse(choice.time), declaration.record.retention);
    return [
        !mode
            ? t.answers
            : hasFinerAnswers(choice)
                ? fill(t.withAnswers, { mode: modeInWords(context, mode) })
                : said[mode],
        !kept
            ? notice.pageOnly
            : choice.session
                ? t.keptForSession
                : fill(t.keptUntil, { date: dateInWords(until, context.locale, declaration.notice.calendar) }),
        fill(t.change, { settings: notice.settings }),
    ];
}
/** What was removed, what could not be, and whether something still runs. */
function reportLines({ removed, left, running }, context) {
    const t = context.texts('confirmation');
    return [
        removed[0] && fillCount(t.removed, removed.length, context.locale),
        left[0] && fillCount(t.notRemoved, left.length, context.locale),
        running[0] && t.reloadText,
    ].filter((line) => !!line);
}

/**
 * Keeps an element's slotted children: those the site gave stay and are put into the slot that `slotOf` names for them, those it did not
 * give are created, updated in place (so that focus stays) and removed again.
 */
function lightDom(host, slotOf) {
    const own = new Map();
    return (pieces) => {
        const ours = new Set(own.values());
        const given = new Set();
        for (const child of host.children) {
            if (ours.has(child))
                continue;
            if (!child.slot)
                child.slot = slotOf(child);
            given.add(child.slot);
        }
        const kept = new Set();
        for (const [index, { slot, tag, text, items, attributes }] of pieces.entries()) {
            if (given.has(slot))
                continue;
            const key = `${slot} ${tag} ${slot ? '' : index}`;
            kept.add(key);
            const child = own.get(key) ?? document.createElement(tag);
            own.set(key, child);
            for (const [name, value] of Object.entries({ ...attributes, slot: slot || undefined })) {
                if (value === undefined)
                    child.removeAttribute(name);
                else if (child.getAttribute(name) !== value)
                    child.setAttribute(name, value);
            }
            if (items) {
                child.replaceChildren(...items.map(({ text, lang = '' }) => {
                    const line = document.createElement('li');
                    line.textContent = text;
                    if (lang)
                        line.lang = lang;
                    return line;
                }));
            }
            else if (text !== undefined && child.textContent !== text)
                child.textContent = text;
            if (child.parentNode !== host)
                host.append(child);
        }
        for (const [key, child] of own) {
            if (kept.has(key))
                continue;
            child.remove();
            own.delete(key);
        }
    };
}

/** What is said of a purpose, by the site or, for a built-in one, by us; undefined where nobody says anything. */
function purposeText(id, key, context) {
    const site = context.consent.declaration.purposes[id];
    const ours = context.texts('purposes')[id];
    // A label of the site's own stands inside a sentence, too; a purpose nobody describes is called by its id.
    const name = key === 'inText' || key === 'label';
    const text = ours?.[key] ?? (name ? (ours?.label ?? id) : '');
    return (context.localized(key === 'inText' ? site?.label : site?.[key]) ??
        (text ? { text, lang: undefined } : undefined));
}

/** An address a link may lead to, resolved against the page; undefined for `javascript:` and its like. */
function safeUrl(url) {
    if (!url || !URL.canParse(url, document.baseURI))
        return;
    const { href, protocol } = new URL(url, document.baseURI);
    return /^(https?|mailto|tel):$/.test(protocol) ? href : undefined;
}

/**
 * What the notice says while it asks, as children for its light DOM.
 * @param revised it asks anew, since the policy was revised
 */
function noticePieces(context, revised) {
    const { consent, locale } = context;
    const { agency, notice, policy, record, services, used } = consent.declaration;
    const t = context.texts('notice');
    const unique = (texts) => [...new Set(texts)].filter((text) => !!text);
    const say = (key) => unique(used.map((id) => purposeText(id, key, context)?.text));
    const without = joinClauses(say('withoutIt'), t);
    const own = context.localized(agency?.name)?.text;
    const providers = unique(services.map(({ provider }) => context.localized(provider)?.text)).filter((provider) => provider !== own);
    const changes = (policy.changes ?? []).flatMap((change) => context.localized(change) ?? []);
    const p = (text) => ({ slot: '', tag: 'p', text });
    const labels = [t.acceptAll, t.notify, t.refuseAll];
    return [
        ...(revised ? [{ slot: 'mark', tag: 'strong', text: t.revised }] : []),
        {
            slot: 'heading',
            tag: `h${notice.headingLevel ?? 2}`,
            text: revised ? t.revisedHeading : t.heading,
        },
        ...(revised
            ? [
                {
                    slot: 'revision',
                    tag: 'p',
                    text: unique([
                        policy.updated &&
                            fill(t.revisedOn, { date: dayInWords(policy.updated, locale, notice.calendar) }),
                        t.revisedChooseAgain,
                        changes[0] && t.revisedChanges,
                    ]).join(t.sentenceGap),
                },
                ...(changes[0] ? [{ slot: 'revision', tag: 'ul', items: changes }] : []),
            ]
            : []),
        p(fill(without ? t.text : t.textNoCost, {
            purposes: listOf(say('inText'), locale),
            without,
            retention: durationInWords(record.retention, locale),
        })),
        ...(providers[0] ? [p(fill(t.thirdParties, { providers: listOf(providers, locale) }))] : []),
        {
            slot: 'policy',
            tag: 'a',
            text: revised ? t.revisedLink : t.policyLink,
            attributes: { href: safeUrl(policy.url) },
        },
        { slot: 'shared', tag: 'input', attributes: { type: 'checkbox', id: 'cookie-modes-shared' } },
        {
            slot: 'shared-label',
            tag: 'label',
            text: t.sharedComputer + t.sentenceGap + t.sharedComputerHint,
            attributes: { for: 'cookie-modes-shared' },
        },
        ...modes.map((mode, index) => ({
            slot: mode,
            tag: 'button',
            text: labels[index],
            attributes: { type: 'button', 'data-mode': mode },
        })),
        { slot: 'settings', tag: 'button', text: t.settings, attributes: { type: 'button' } },
    ];
}
/** The slot for a child that the site wrote. */
function noticeSlot(child) {
    const mode = child.getAttribute('data-mode');
    if (mode)
        return mode;
    if (/^h\d$/.test(child.localName))
        return 'heading';
    return { a: 'policy', button: 'settings', input: 'shared', label: 'shared-label' }[child.localName] ?? '';
}

/** Looks and places of the notice: the host itself is the box, so that tools which measure it see it. */
const noticeStyles = css `
  :host {
    display: none !important;
    flex-direction: column !important;
    gap: var(--_gap);
    position: fixed !important;
    inset-block: auto 0 !important;
    inset-inline: 0 !important;
    z-index: 2147483647;
    inline-size: auto !important;
    block-size: auto !important;
    min-inline-size: 0 !important;
    min-block-size: 0 !important;
    max-inline-size: none !important;
    /* With very large text the buttons count for more than the page behind. */
    max-block-size: max(min(75vh, 40rem), min(90vh, 19rem)) !important;
    margin: 0 !important;
    padding: 1rem max(1rem, env(safe-area-inset-right)) max(1rem, env(safe-area-inset-bottom))
      max(1rem, env(safe-area-inset-left)) !important;
    overflow: auto !important;
    overscroll-behavior: contain;
    border: 0 solid var(--_accent) !important;
    border-block-start-width: 0.1875rem !important;
    background: var(--_background) !important;
    box-shadow: 0 0 1.5rem rgb(0 0 0 / 25%);
    float: none !important;
    transform: none !important;
    translate: none !important;
    rotate: none !important;
    scale: none !important;
    filter: none !important;
    clip-path: none !important;
    columns: auto !important;
    animation: none !important;
    transition: none !important;
  }
  :host([view]:not([hidden])) {
    display: flex !important;
  }
  :host > * {
    inline-size: 100%;
    max-inline-size: 72rem;
    margin-inline: auto;
  }
  :host([placement='top']) {
    inset-block: 0 auto !important;
    border-block-width: 0 0.1875rem !important;
    padding-block-start: max(1rem, env(safe-area-inset-top)) !important;
  }
  :host([placement='corner']) {
    --_switch: 99rem;
    inset-block-end: max(1rem, env(safe-area-inset-bottom)) !important;
    inset-inline: auto max(1rem, env(safe-area-inset-right)) !important;
    inline-size: min(24rem, 100vw - 2rem) !important;
    border-width: 0.125rem !important;
    border-radius: var(--_radius) !important;
  }
  :host([placement='inline']) {
    position: static !important;
    max-block-size: none !important;
    border-width: 0.125rem !important;
    box-shadow: none;
  }
  /* The text scrolls, the buttons stay in view. */
  .text {
    flex: 0 1 auto;
    min-block-size: 3rem;
    overflow: auto;
    overflow-wrap: anywhere;
  }
  :host([placement='inline']) .text {
    overflow: visible;
  }
  .actions {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
  }
  .choices {
    flex: 1 1 min(100%, 34rem);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1.5rem;
  }
  .shared {
    display: flex;
    align-items: center;
    gap: 0.5rem;
  }
  /* Not taken out of the page: screen readers tell of what comes into a status that was there before. */
  [role='status']:not(:has(p)) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  ::slotted(:is(h1, h2, h3, h4, h5, h6)) {
    margin: 0 0 0.25rem !important;
    font-size: 1.125em !important;
    font-weight: 700 !important;
    line-height: 1.3 !important;
  }
  ::slotted(p) {
    margin: 0 0 0.5rem !important;
    max-inline-size: 60rem !important;
  }
  ::slotted(ul) {
    margin: 0 0 0.5rem !important;
    padding-inline-start: 1.5rem !important;
  }
  ::slotted(strong) {
    display: inline-block !important;
    padding: 0 0.5rem !important;
    margin: 0 0 0.25rem !important;
    border: 0.125rem solid !important;
    border-radius: var(--_radius) !important;
  }
  ::slotted(a),
  .row > a {
    display: inline-flex !important;
    align-items: center !important;
    min-block-size: var(--_target) !important;
  }
  ::slotted(input) {
    flex: none !important;
    inline-size: max(1.5rem, 24px) !important;
    block-size: max(1.5rem, 24px) !important;
    margin: 0.625rem !important;
    margin-inline-start: 0 !important;
    accent-color: var(--_accent) !important;
  }
  ::slotted(label) {
    min-block-size: var(--_target) !important;
    min-inline-size: 0 !important;
    align-content: center !important;
    overflow-wrap: anywhere !important;
  }
  ::slotted(button[slot='settings']) {
    flex: 0 1 auto !important;
    max-inline-size: 100% !important;
    margin: 0 !important;
  }
  /* Where the text seldom fits, an edge tells that it goes on. */
  @media (max-width: 36rem) {
    :host(:not([placement='inline'])) .text {
      border-block-end: 1px solid var(--_border);
    }
  }
  @media (max-width: 30rem) {
    :host([placement='corner']) {
      inset-inline: 0.25rem !important;
      inset-block-end: max(0.25rem, env(safe-area-inset-bottom)) !important;
      inline-size: auto !important;
      padding: 0.5rem !important;
    }
  }
  @media (max-height: 26rem) {
    :host {
      --_gap: 0.5rem;
      --_switch: 1rem;
      max-block-size: 90vh !important;
      padding-block: 0.5rem !important;
    }
  }
  @media print {
    :host([view]:not([hidden])) {
      display: none !important;
    }
  }
`;

const rooms = new Map();
let sheet;
/** The site's own scroll padding, taken when nothing of ours is there. */
let own = { top: 0, bottom: 0 };
// A sheet of its own: an inline style would be refused by `style-src 'self'`, and would have to be put back afterwards.
// The room is a box after (or before) the body, so that nothing inside the body is moved.
function write() {
    if (!sheet) {
        if (!rooms.size)
            return;
        const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
        own = { top: parseFloat(scrollPaddingTop) || 0, bottom: parseFloat(scrollPaddingBottom) || 0 };
        sheet = new CSSStyleSheet();
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }
    const height = (edge) => Math.max(0, ...[...rooms.values()].map(([at, size]) => (at === edge ? size : 0)));
    sheet.replaceSync(['top', 'bottom']
        .filter(height)
        .map((edge) => `@media screen{:root{scroll-padding-${edge}:${own[edge] + height(edge)}px}:root::${edge === 'top' ? 'before' : 'after'}{content:"";display:block;height:${height(edge)}px}}`)
        .join(''));
    if (!rooms.size) {
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
        sheet = undefined;
    }
}
/**
 * Makes room on the page for an element that stands before it: what has the focus is scrolled clear of it (WCAG 2.4.11), and the
 * page can be scrolled clear of it at its end. With several, the highest counts.
 */
function pageRoom(element, edge) {
    let frame = 0;
    const measure = () => {
        const height = Math.ceil(element.getBoundingClientRect().height);
        if (rooms.get(element)?.[1] === height)
            return;
        rooms.set(element, [edge, height]);
        write();
    };
    // In a frame of its own: a change of layout while sizes are being observed is reported as an error.
    const observer = new ResizeObserver(() => {
        cancelAnimationFrame(frame);
        frame = requestAnimationFrame(measure);
    });
    observer.observe(element, { box: 'border-box' });
    // Moved away from under the pointer that presses it, a control would not be clicked.
    let pressed = false;
    const press = ({ type }) => (pressed = type === 'pointerdown');
    // Scroll padding helps only where the page itself scrolls, and not in WebKit. What is too high to be clear of it stays where it is.
    const uncover = ({ target }) => {
        if (pressed || !(target instanceof Element) || element.contains(target))
            return;
        const [box, covering] = [target.getBoundingClientRect(), element.getBoundingClientRect()];
        if (box.height < innerHeight - covering.height &&
            box.bottom > covering.top &&
            box.top < covering.bottom &&
            box.left < covering.right &&
            box.right > covering.left) {
            target.scrollIntoView({ block: edge === 'bottom' ? 'start' : 'end' });
        }
    };
    document.addEventListener('focusin', uncover);
    const presses = ['pointerdown', 'pointerup', 'pointercancel'];
    // Before the page's own listeners, which may keep the event to themselves.
    for (const type of presses)
        addEventListener(type, press, true);
    return () => {
        for (const type of presses)
            removeEventListener(type, press, true);
        document.removeEventListener('focusin', uncover);
        observer.disconnect();
        cancelAnimationFrame(frame);
        if (rooms.delete(element))
            write();
    };
}

/**
 * Puts a host before everything on the page, out of reach of transforms and stacking contexts, and makes room for it at an edge;
 * without an edge it is as the page laid it.
 */
function raising(host) {
    let leave;
    let wanted;
    const raise = (edge) => {
        wanted = edge;
        const raised = host.popover === 'manual' && host.matches(':popover-open');
        if (!edge || !host.isConnected) {
            if (raised)
                host.hidePopover();
            leave?.();
            leave = undefined;
            return;
        }
        leave ??= pageRoom(host, edge);
        if (raised || !('popover' in HTMLElement.prototype))
            return;
        // Raised now, it would cover a modal dialog and not even react. That of our settings lies in a shadow tree.
        const modal = document.querySelector(':modal, cookie-modes-settings-dialog[open]');
        if (modal) {
            modal.addEventListener('close', again, { once: true });
            return;
        }
        host.popover = 'manual';
        host.showPopover();
    };
    const again = () => raise(wanted);
    return raise;
}

/** A text of the site, marked with its language where that is not the one around it (WCAG 3.1.2). */
const spoken = (text) => text?.lang ? html `<span lang=${text.lang}>${text.text}</span>` : text?.text;

/** First 32 hexadecimal digits of the SHA-256 of a text; `-` where the page has no cryptography (plain http). */
async function textHash(text) {
    if (!crypto.subtle)
        return '-';
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return [...new Uint8Array(digest, 0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A pointer click so soon after appearing was meant for what lay there before. */
const settleMs = 300;
/** After this time screen readers know what has appeared. */
const meetMs = 300;
/**
 * The notice: three buttons of equal weight, then the confirmation of what was chosen.
 *
 * @tag cookie-modes
 * @summary Asks for the choice once, without stealing focus, scroll or layout.
 * @slot - The text: one or two paragraphs.
 * @slot mark - Marks a revision of the policy.
 * @slot heading - A heading.
 * @slot revision - When the policy was revised, and what in it.
 * @slot policy - The link to the policy.
 * @slot shared - The checkbox for a shared computer.
 * @slot shared-label - Its label.
 * @slot accept-all - The button `data-mode="accept-all"`.
 * @slot notify - The button `data-mode="notify"`.
 * @slot refuse-all - The button `data-mode="refuse-all"`.
 * @slot settings - The quieter button that opens the settings.
 * @attr open - Reflected while the choice is asked for.
 * @attr mode - Reflects the mode in force.
 * @attr view - Reflects what is shown: `ask`, `done`, `signal` or `minor`.
 * @attr placement - `bottom`, `top`, `corner` or `inline`; else as configured.
 * @csspart text - What is read.
 * @csspart actions - The buttons.
 * @csspart status - The confirmation.
 * @cssprop --cookie-modes-background - Background colour.
 * @cssprop --cookie-modes-color - Text colour.
 * @cssprop --cookie-modes-accent - Colour of buttons, links and focus.
 * @cssprop --cookie-modes-on-accent - Text colour on the buttons.
 * @cssprop --cookie-modes-border - Colour of lines.
 * @cssprop --cookie-modes-radius - Radius of corners.
 * @cssprop --cookie-modes-font-family - Font; the page's unless set.
 * @cssprop --cookie-modes-font-size - Font size; `1rem` unless set.
 * @cssprop --cookie-modes-scheme - `light` or `dark` for a page that knows only one.
 */
class CookieModesElement extends BaseElement {
    static { this.styles = [baseStyles, choiceButtonStyles, noticeStyles]; }
    #confirmed = false;
    #erased = false;
    #hidden = false;
    #report;
    /** The policy was revised; so it goes on saying while finer answers alone are given. */
    #revised = false;
    #view;
    #hash = '-';
    #hashed = '';
    #shown = 0;
    #pointed = false;
    #labelled;
    #before = null;
    #focused = false;
    #raise = raising(this);
    #fill = lightDom(this, noticeSlot);
    constructor() {
        super();
        this.addEventListener('click', (event) => this.#click(event));
        this.addEventListener('pointermove', ({ pointerType }) => (this.#pointed ||= pointerType === 'mouse'));
        this.addEventListener('focusin', ({ relatedTarget }) => {
            if (!this.contains(relatedTarget))
                this.#before = relatedTarget;
        });
    }
    disconnectedCallback() {
        super.disconnectedCallback();
        this.#stand(undefined);
    }
    follow(context) {
        const { consent } = context;
        const leave = super.follow(context);
        const ends = new AbortController();
        const until = { signal: ends.signal };
        consent.addEventListener('change', ({ detail }) => {
            this.#report = undefined;
            this.#erased = detail.erased;
            if (detail.erased || detail.mode)
                this.#revised = false;
            this.#confirmed = context.acting;
        }, until);
        consent.addEventListener('undone', ({ detail }) => {
            this.#report = detail;
            this.requestUpdate();
        }, until);
        return () => {
            leave();
            ends.abort();
        };
    }
    willUpdate() {
        this.#focused = this.matches(':focus-within');
    }
    view(context) {
        const view = this.#look(context);
        if (view === 'ask') {
            this.#revised ||= !!context.consent.outdated;
            this.#fill(noticePieces(context, this.#revised));
            if (this.#view !== 'ask') {
                this.#shown = performance.now();
                this.#pointed = false;
            }
        }
        this.#mark(context, view);
        const lines = this.#lines(context, view);
        return html `<div id="status" role="status" part="status" tabindex="-1">
        ${lines.map((line) => html `<p>${line}</p>`)}
      </div>
      ${view === 'ask' ? this.#ask() : view ? this.#actions(context, view) : nothing}`;
    }
    updated() {
        const { context } = this;
        const view = context && this.#look(context);
        const before = this.#view;
        this.#view = view;
        this.#stand(view);
        if (view && !before)
            this.#sayAgain();
        if (view === 'ask') {
            const text = [...this.children].map((child) => child.textContent).join('\n');
            if (text !== this.#hashed) {
                this.#hashed = text;
                void textHash(text).then((hash) => (this.#hash = hash));
            }
        }
        if (before === 'ask' && view === 'done' && this.#focused)
            this.renderRoot.querySelector('#status')?.focus();
    }
    #look({ consent }) {
        const { choice, decided, declaration, questions, signalled } = consent;
        if (!decided)
            return 'ask';
        // A question takes its place, for good; what could not be undone is told after it.
        if (questions[0]) {
            this.#confirmed = false;
            if (!this.#report?.left[0] && !this.#report?.running[0])
                this.#report = undefined;
            return;
        }
        const { removed, left, running } = this.#report ?? { removed: [], left: [], running: [] };
        if (this.#confirmed || removed[0] || left[0] || running[0])
            return 'done';
        if (this.#hidden)
            return;
        if (signalled)
            return 'signal';
        if (choice && choice.policy !== declaration.policy.version)
            return 'minor';
    }
    #lines(context, view) {
        const notice = context.texts('notice');
        const report = this.#report ? reportLines(this.#report, context) : [];
        if (view === 'ask')
            return this.#erased ? [context.texts('confirmation').erased, ...report] : [];
        if (view === 'done')
            return [...(this.#confirmed ? confirmationLines(context) : []), ...report];
        if (view === 'signal')
            return [fill(notice.gpcHonoured, { refuseAll: notice.refuseAll })];
        if (view !== 'minor')
            return [];
        const changes = context.consent.declaration.policy.changes ?? [];
        return [
            notice.minorHeading,
            ...(changes[0] ? [notice.revisedChanges] : []),
            ...changes.map((change) => spoken(context.localized(change))),
            notice.minorText,
        ];
    }
    #ask() {
        return html `<div class="text" part="text">
        <slot name="mark"></slot>
        <slot name="heading"></slot>
        <slot name="revision"></slot>
        <slot @slotchange=${() => this.requestUpdate()}></slot>
        <div class="row">
          <slot name="policy"></slot>
          <span class="shared"><slot name="shared"></slot><slot name="shared-label"></slot></span>
        </div>
      </div>
      <div class="actions" part="actions">
        <div class="choices">${modes.map((mode) => html `<slot name=${mode}></slot>`)}</div>
        <slot name="settings"></slot>
      </div>`;
    }
    #actions(context, view) {
        const { consent } = context;
        const notice = context.texts('notice');
        const confirmation = context.texts('confirmation');
        const button = (text, act) => html `<button type="button" @click=${act}>${text}</button>`;
        return html `<div class="row" part="actions">
      ${this.#report?.running[0] ? button(confirmation.reload, () => location.reload()) : nothing}
      ${view === 'minor'
            ? html `<a href=${safeUrl(consent.declaration.policy.url) ?? nothing}>${notice.revisedLink}</a>`
            : button(notice.settings, () => context.openPart('settings'))}
      ${button(view === 'minor' ? notice.minorDismiss : confirmation.hide, () => this.#hide(consent))}
    </div>`;
    }
    #hide(consent) {
        if (this.#view === 'minor')
            consent.acknowledge();
        if (this.#view !== 'done')
            this.#hidden = true;
        this.#confirmed = false;
        this.#report = undefined;
        if (this.#before instanceof HTMLElement)
            this.#before.focus();
        this.requestUpdate();
    }
    /** Attributes of the host: what tools, styles and screen readers go by. */
    #mark(context, view) {
        const { consent } = context;
        const set = (name, value) => value === undefined ? this.removeAttribute(name) : this.setAttribute(name, value);
        this.#labelled ??= this.hasAttribute('aria-label');
        if (!this.#labelled)
            set('aria-label', context.texts(view === 'done' ? 'confirmation' : 'notice').region);
        if (!this.hasAttribute('role'))
            set('role', 'region');
        if (!this.hasAttribute('placement'))
            set('placement', consent.declaration.notice.placement ?? 'bottom');
        set('data-nosnippet', '');
        set('mode', consent.mode);
        set('view', view);
        set('open', view === 'ask' ? '' : undefined);
    }
    #stand(view) {
        const placement = this.getAttribute('placement');
        this.#raise(!view || placement === 'inline' ? undefined : placement === 'top' ? 'top' : 'bottom');
    }
    /** Screen readers miss what comes together with its live region: it enters the region when they have met that. */
    #sayAgain() {
        const status = this.renderRoot.querySelector('#status');
        status?.setAttribute('aria-live', 'off');
        setTimeout(() => {
            status?.removeAttribute('aria-live');
            status?.append(...status.childNodes);
        }, meetMs);
    }
    #click(event) {
        const { context } = this;
        const target = event.target instanceof Element ? event.target.closest('[data-mode],[slot=settings]') : null;
        if (!context || !target || this.#view !== 'ask')
            return;
        if (target.slot === 'settings')
            context.openPart('settings');
        const mode = modes.find((mode) => mode === target.getAttribute('data-mode'));
        if (!mode)
            return;
        // A keyboard's click has no detail.
        if (event.detail && !this.#pointed && event.timeStamp - this.#shown < settleMs)
            return;
        if (!event.isTrusted && mode === 'accept-all') {
            console.warn('cookie-modes: a click that no visitor made cannot accept; use choose() for the site’s own word.');
            return;
        }
        context.act(() => context.consent.choose(mode, {
            given: event.isTrusted ? 'button' : 'automatic',
            language: context.locale,
            text: this.#hash,
            session: !!this.querySelector('input[slot=shared]')?.checked,
        }));
    }
}

/** Where the settings button stands. */
const settingsButtonStyles = css `
  :host {
    display: inline-block;
  }
  :host([floating]) {
    position: fixed;
    inset-block-end: max(1rem, env(safe-area-inset-bottom));
    inset-inline-start: max(1rem, env(safe-area-inset-left));
    z-index: 2147483646;
    border-radius: var(--_radius);
    background: var(--_background);
  }
  @media print {
    :host {
      display: none;
    }
  }
`;

/**
 * A button that opens the settings, for the foot of every page.
 *
 * @tag cookie-modes-settings
 * @summary Opens the cookie settings.
 * @slot - The button; created where the site gives none.
 * @attr floating - Stands in the corner of the screen; the page keeps room for it at its end.
 * @cssprop --cookie-modes-accent - Colour of the button's text and focus.
 * @cssprop --cookie-modes-background - Background while floating.
 */
class CookieModesSettingsElement extends BaseElement {
    static { this.styles = [baseStyles, choiceButtonStyles, settingsButtonStyles]; }
    static { this.properties = { floating: { type: Boolean } }; }
    #room;
    #fill = lightDom(this, () => '');
    constructor() {
        super();
        this.floating = false;
        this.addEventListener('click', ({ target }) => {
            if (target !== this)
                this.context?.openPart('settings');
        });
    }
    disconnectedCallback() {
        super.disconnectedCallback();
        this.#room?.();
        this.#room = undefined;
    }
    view(context) {
        // Any child of the site's serves as the button.
        const text = context.texts('notice').settings;
        this.#fill([{ slot: '', tag: 'button', text, attributes: { type: 'button' } }]);
        return html `<slot @slotchange=${() => this.requestUpdate()}></slot>`;
    }
    updated() {
        if (this.floating)
            this.#room ??= pageRoom(this, 'bottom');
        else {
            this.#room?.();
            this.#room = undefined;
        }
    }
}

/** The path that a cookie without one gets: the page's, up to its last slash (RFC 6265bis §5.1.4). */
const defaultPath = (page) => page.replace(/\/[^/]*$/, '') || '/';
/** Browsers also take dates with dashes ("01-Jan-2030"). */
const moment = (date) => Date.parse(date.replaceAll('-', ' '));
/**
 * Reads the URLs in a call stack, nearest call first. Chromium writes "at f (url:1:2)", Firefox and WebKit "f@url:1:2",
 * and Firefox adds " line 1 > eval" for evaluated code.
 */
const urlsIn = (stack) => stack.split('\n').flatMap((line) => /[a-z-]+:\/\/\S+?(?=(?::\d+)*\)?(?:, |$| line ))/.exec(line) ?? []);
/** The first script in a call stack that is not ours: our own two calls come first. */
function writerIn(stack) {
    const urls = urlsIn(stack);
    const own = urls.slice(0, 2);
    return urls.find((url) => !own.includes(url)) ?? urls[2];
}
/**
 * Reads a held cookie for showing; of an attribute given twice, the last valid one counts, and Max-Age goes before Expires.
 * @param page path of the page
 */
function readCookieAttempt({ attempt, time, stack, appeared }, page = location.pathname) {
    const [pair = '', ...attributes] = attempt.split(';');
    let domain;
    let path = appeared ? undefined : defaultPath(page);
    let maxAge;
    let expires;
    for (const attribute of attributes) {
        const equals = attribute.indexOf('=');
        if (equals < 0)
            continue;
        const word = attribute.slice(0, equals).trim().toLowerCase();
        const value = attribute.slice(equals + 1).trim();
        if (word === 'domain')
            domain = value.replace(/^\./, '') || undefined;
        else if (word === 'path')
            path = value.startsWith('/') ? value : defaultPath(page);
        else if (word === 'max-age' && /^-?\d+$/.test(value))
            maxAge = time + Number(value) * 1e3;
        else if (word === 'expires' && moment(value))
            expires = moment(value);
    }
    const until = maxAge ?? expires;
    return {
        value: pair.slice(pair.indexOf('=') + 1).trim(),
        domain,
        path,
        // No date in JavaScript lies further away.
        until: until === undefined ? until : Math.min(until, 8.64e15),
        script: stack && writerIn(stack),
    };
}

const read = new WeakMap();
// A burst draws the cards many times over; each call stack is read once.
function asked(question) {
    const one = read.get(question) ?? { ...question, ...readCookieAttempt(question) };
    read.set(question, one);
    return one;
}
/**
 * Puts open questions onto cards, in the order of the first question of each: those of one service together, and cookies
 * that nothing declares by the script that writes them.
 */
function questionCards(consent) {
    const groups = new Map();
    for (const question of consent.questions) {
        const { kind, id, appeared } = question;
        const one = asked(question);
        const service = kind === 'service' ? id : kind === 'cookie' && consent.owner(id, 'cookies')?.id;
        const key = service
            ? `service ${service}`
            : kind === 'cookie' && !consent.purposeOf(id)
                ? appeared
                    ? 'appeared'
                    : `script ${one.script ?? id}`
                : `${kind} ${id}`;
        const group = groups.get(key);
        if (group)
            group.push(one);
        else
            groups.set(key, [one]);
    }
    return [...groups].map(([key, asked]) => {
        const [{ kind, id }] = asked; // a group begins with a question
        const service = kind === 'service' ? consent.service(id) : kind === 'cookie' ? consent.owner(id, 'cookies') : undefined;
        const appeared = asked.every((one) => one.appeared);
        const whole = asked.some((one) => one.kind === 'service') || (service && asked[1] && !appeared);
        return {
            key,
            asked,
            service,
            purpose: kind === 'purpose' ? id : (service?.purpose ?? consent.purposeOf(id)),
            appeared,
            about: kind === 'purpose' ? kind : whole ? 'service' : 'cookies',
        };
    });
}
/**
 * What one press answers.
 * @param same for everything for the purpose; a nearer answer that would still say otherwise is then given as well
 */
function answersOf(card, answer, { choice }, same = false) {
    const { about, asked, purpose, service } = card;
    const give = (ids) => Object.fromEntries(ids.map((id) => [id, answer]));
    const names = asked.filter(({ kind }) => kind === 'cookie').map(({ id }) => id);
    if (about === 'purpose')
        return { purposes: give(asked.map(({ id }) => id)) };
    if (same && purpose) {
        return {
            purposes: give([purpose]),
            services: give(service && choice?.services[service.id] ? [service.id] : []),
            cookies: give(names.filter((name) => choice?.cookies[name])),
        };
    }
    return about === 'service' && service ? { services: give([service.id]) } : { cookies: give(names) };
}

/**
 * What a card has in the light DOM: all of its text and its controls, each a child of its own, so that translators and privacy
 * extensions find them and the shadow tree can protect every one against the page's styles.
 */
function questionLight({ purpose, about, appeared, service }, { heading, text, rows, values }, context, { position, total, press, later }) {
    const t = context.texts('question');
    const policy = safeUrl(service?.policyUrl);
    const provider = service && (context.localized(service.provider) ?? context.localized(service.name));
    return html `
    ${total > 1 ? html `<p slot="count">${fill(t.count, { current: position, total })}</p>` : nothing}
    <div
      slot="heading"
      role="heading"
      aria-level=${context.consent.declaration.notice.headingLevel ?? 2}
      tabindex="-1"
    >
      ${heading}
    </div>
    <p>${text}</p>
    ${rows.map(([label, said]) => html `<dt slot="particulars">${label}</dt>
          ${said.map(({ text, lang }) => html `<dd slot="particulars" lang=${lang ?? nothing}><bdi>${text}</bdi></dd>`)}`)}
    ${values.map((value) => html `<p slot="value"><bdi>${value}</bdi></p>`)}
    ${policy
        ? html `<a slot="policy" href=${policy} target="_blank" rel="noopener noreferrer"
            >${fill(t.policyOf, { provider: provider?.text ?? service?.id ?? '' })}</a
          >`
        : nothing}
    <button type="button" slot="accept" data-answer="accept" @click=${press}>
      ${appeared ? t.keep : t.accept}
    </button>
    <button type="button" slot="refuse" data-answer="refuse" @click=${press}>
      ${appeared ? t.delete : t.refuse}
    </button>
    ${purpose && about !== 'purpose'
        ? html `<input type="checkbox" slot="same" id="cookie-modes-same" />
            <label slot="same" for="cookie-modes-same"
              >${fill(t.sameForPurpose, { purpose: purposeText(purpose, 'label', context)?.text ?? purpose })}</label
            >`
        : nothing}
    <button type="button" slot="later" @click=${later}>${t.later}</button>
  `;
}

/** How long something is kept, in words. */
const keptInWords = (context, kept) => lifetimeInWords(kept, context.texts('time'), {
    language: context.locale,
    calendar: context.consent.declaration.notice.calendar,
});
/** What something stored is, in words. */
function kindInWords(context, { kinds }) {
    const words = context.texts('table').kinds;
    const list = new Intl.ListFormat(context.locale, { type: 'disjunction' });
    return list.format(kinds.map((kind) => words[kind]));
}
/** What holds now, in words; undefined is what nobody has decided yet. */
const nowInWords = (context, answer) => {
    const { nowAllowed, nowAsk, nowRefused, nowUndecided } = context.texts('table');
    return answer ? { accept: nowAllowed, notify: nowAsk, refuse: nowRefused }[answer] : nowUndecided;
};
/** A date of the site, in words. */
const dayOfSite = ({ consent, locale }, day) => dayInWords(day, locale, consent.declaration.notice.calendar);
/** The choice in force, as labels and words. */
function choiceInWords(context) {
    const { choice, declaration } = context.consent;
    if (!choice)
        return [];
    const t = context.texts('settings');
    const { mode, time, session, given, policy, id } = choice;
    const made = Date.parse(time);
    const inMode = mode && modeInWords(context, mode);
    return [
        [
            t.currentChoice,
            !inMode
                ? t.finerHeading
                : hasFinerAnswers(choice)
                    ? t.currentWithAnswers.replace('{mode}', () => inMode)
                    : inMode,
        ],
        [t.givenOn, timeInWords(made, context.locale, declaration.notice.calendar)],
        [t.givenHow, t.how[given]],
        [
            t.keptLabel,
            keptInWords(context, session ? { kind: 'session' } : { kind: 'until', time: after(made, declaration.record.retention) }),
        ],
        [t.policyVersion, policy],
        [t.receiptId, id],
    ];
}

/** A text of ours, or of nobody in particular. */
const plain = (text) => ({ text, lang: undefined });
/** Purposes to show, the necessary one first. */
const purposesOf = ({ used }) => ['necessary', ...used];
/** The services of one purpose. */
const servicesOf = ({ services }, purpose) => services.filter((service) => service.purpose === purpose);
/** What a service is called: by its name, else by its id. */
const serviceName = (context, { name, id }) => context.localized(name) ?? plain(id);
const lasting = (retention, otherwise) => retention ? { kind: 'duration', duration: retention } : otherwise;
/** Everything a service declares to store, cookies first. */
function storedBy(context, service) {
    const { cookies = [], storage = [], indexedDB = [], caches = [], serviceWorkers = [] } = service;
    const item = (kinds, otherwise) => (stored) => ({
        kinds,
        name: stored.name,
        kept: lasting(stored.retention, otherwise),
        description: context.localized(stored.description),
    });
    const lastingItem = (kind) => (name) => item([kind], { kind: 'untilDeleted' })({ name });
    return [
        ...cookies.map(item(['cookie'], undefined)),
        ...storage.map(item(['local-storage', 'session-storage'], { kind: 'untilDeleted' })),
        ...indexedDB.map(lastingItem('indexed-db')),
        ...caches.map(lastingItem('cache')),
        ...serviceWorkers.map(lastingItem('service-worker')),
    ];
}
/** What is stored without being asked about: the record of the choice, and what the site declares as necessary. */
function storedAnyway(context) {
    const { necessary, record } = context.consent.declaration;
    const { ownRecord } = context.texts('table');
    const session = context.consent.choice?.session;
    const item = (stored, kept, description = context.localized(stored.description)) => ({
        kinds: ['cookie'],
        name: stored.name,
        kept,
        description,
    });
    return [
        item({ name: recordName }, session ? { kind: 'session' } : lasting(record.retention, undefined), plain(ownRecord)),
        ...necessary.map((stored) => item(stored, lasting(stored.retention, undefined))),
    ];
}

/** A web address without what only machines read. */
function address(url) {
    if (!url || url === 'inline' || !URL.canParse(url, document.baseURI))
        return;
    const { host, pathname } = new URL(url, document.baseURI);
    return host && host + pathname;
}
/** Everything a card says, in the words of the context. */
function questionTexts(card, context) {
    const { asked, service, purpose, appeared, about } = card;
    const t = context.texts('question');
    const [first] = asked; // a card has a question
    const cookies = asked.filter(({ kind }) => kind === 'cookie');
    const single = about === 'cookies' && !asked[1];
    const stored = service ? storedBy(context, service) : [];
    const called = service && serviceName(context, service);
    const label = purpose && purposeText(purpose, 'label', context);
    const writer = first.script === location.href.replace(/[?#].*/, '') ? t.thisSite : address(first.script);
    // What is not a cookie is a key of storage, or something to be loaded.
    const load = asked.find(({ kind, attempt }) => kind !== 'cookie' && !service?.storage?.some(({ name }) => matches(name, attempt)));
    const kept = ({ id, until, time, path }) => until
        ? { kind: 'until', time: until, from: time }
        : path
            ? { kind: 'session' }
            : stored.find((one) => one.kinds[0] === 'cookie' && matches(one.name, id))?.kept;
    const item = (name, kept) => plain(kept ? `${name} — ${keptInWords(context, kept)}` : name);
    const domain = (cookie) => cookie.domain ?? location.hostname;
    const name = single ? first.id : (called ?? (label || undefined) ?? plain(writer ?? t.thisSite)).text;
    const rows = [
        [t.service, about === 'service' ? undefined : called],
        [t.provider, context.localized(service?.provider)],
        [t.purpose, about === 'purpose' ? undefined : label || t.undeclared],
        [t.address, address(load?.attempt)],
        [t.writtenBy, writer ?? (single && !appeared ? t.unknown : undefined)],
        ...(single
            ? [
                [t.keptLabel, keptInWords(context, kept(first))],
                [t.domain, first.path && domain(first)],
                [t.path, first.path],
            ]
            : [
                [
                    t.stores,
                    ...(about === 'service'
                        ? stored.map((one) => item(one.name, one.kept))
                        : cookies.map((one) => item(one.id, kept(one)))),
                ],
            ]),
    ];
    return {
        name,
        heading: single
            ? fill(appeared ? t.appearedHeading : t.cookieHeading, { name })
            : cookies.length < asked.length
                ? fill(t.serviceHeading, { service: name })
                : fillCount(appeared ? t.appearedGroupHeading : t.groupHeading, asked.length, context.locale, {
                    service: name,
                }),
        text: appeared
            ? fill(t.appearedText, { keep: t.keep, delete: t.delete })
            : (context.consent.uncovered(purpose, service?.id)
                ? t.added + context.texts('notice').sentenceGap
                : '') + (load ? t.serviceText : single ? t.cookieText : t.groupText),
        rows: rows.flatMap(([label, ...values]) => {
            const said = values.flatMap((value) => value ? (typeof value === 'string' ? plain(value) : value) : []);
            return said[0] ? [[label, said]] : [];
        }),
        values: cookies.map((one) => single
            ? one.value || t.emptyValue
            : `${item(`${one.id}=${one.value}`, kept(one)).text}${one.path ? ` — ${domain(one)}${one.path}` : ''}`),
    };
}

/** What the question has beyond the notice, whose box it takes. While it is closed only its status is there, unseen. */
const questionStyles = css `
  :host {
    --_switch: 16rem;
  }
  :host(:not([view])) {
    display: block !important;
    inset: auto auto 0 0 !important;
    inline-size: 1px !important;
    block-size: 1px !important;
    padding: 0 !important;
    border: 0 !important;
    overflow: hidden !important;
    clip-path: inset(50%) !important;
  }
  .visually-hidden {
    inline-size: 1px;
  }
  dl {
    display: grid;
    grid-template-columns: minmax(5rem, max-content) 1fr;
    column-gap: 1rem;
  }
  .text {
    container-type: inline-size;
  }
  /* Where letters are large for the room, each particular stands under its name. */
  @container (inline-size < 12em) {
    dl {
      display: block;
    }
  }
  ::slotted([role='heading']) {
    font-size: 1.125em !important;
    font-weight: 700 !important;
  }
  ::slotted(dt) {
    font-weight: 600 !important;
  }
  ::slotted(dd) {
    grid-column: 2 !important;
    margin: 0 !important;
  }
  summary {
    min-block-size: var(--_target);
    align-content: center;
    color: var(--_accent);
    cursor: pointer;
  }
  ::slotted([slot='later']) {
    margin: 0 !important;
  }
`;

/** No press counts that was meant for what stood there before (milliseconds). */
const guardMs = 300;
/** A burst is over, and announced, when nothing new has come up for so long (milliseconds). */
const quietMs = 500;
/**
 * Asks about what wants to run or to be stored, one card at a time. Never modal, never takes the focus, never times out.
 *
 * @tag cookie-modes-question
 * @summary The questions of notify mode.
 * @attr open - Reflected while there is a question.
 * @csspart text - What is read.
 * @csspart actions - The buttons.
 */
class QuestionElement extends BaseElement {
    static { this.styles = [baseStyles, choiceButtonStyles, noticeStyles, questionStyles]; }
    static { this.properties = { said: { state: true } }; }
    #cards = [];
    #texts;
    #shown = '';
    #shownAt = 0;
    #hash = '-';
    #answered = 0;
    #asked = 0;
    /** Questions that stay open although they were answered: no record can hold the answer. They wait for the next page. */
    #stuck = new Set();
    /** An answer was given and what comes next is not drawn yet. */
    #leaving = false;
    #before;
    #quiet;
    #raise = raising(this);
    constructor() {
        super();
        this.said = '';
        this.addEventListener('keydown', ({ key, isComposing }) => {
            if (key === 'Escape' && !isComposing && this.#cards[0])
                this.#postpone();
        });
        this.addEventListener('focusin', ({ relatedTarget }) => {
            if (relatedTarget instanceof HTMLElement && !this.contains(relatedTarget))
                this.#before = relatedTarget;
        });
    }
    disconnectedCallback() {
        super.disconnectedCallback();
        clearTimeout(this.#quiet);
        this.#stand();
    }
    /** Draws once a frame at most, however many questions come up in it. */
    async scheduleUpdate() {
        if (this.hasUpdated)
            await new Promise(requestAnimationFrame);
        await super.scheduleUpdate();
    }
    view(context) {
        const { consent } = context;
        // While the notice asks for the choice as a whole, that comes first.
        this.#cards = consent.decided
            ? questionCards(consent).filter(({ asked }) => !asked.every((one) => this.#stuck.has(keyOf(one))))
            : [];
        const [card] = this.#cards;
        this.#texts = card && questionTexts(card, context);
        return html `<div role="status" class="visually-hidden"><p>${this.said}</p></div>
      <div class="text" part="text" ?hidden=${!card}>
        <slot name="count"></slot>
        <slot name="heading"></slot>
        <slot></slot>
        <dl><slot name="particulars"></slot></dl>
        <slot name="policy"></slot>
        <details ?hidden=${!this.#texts?.values[0]}>
          <summary>${context.texts('question').showValue}</summary>
          <slot name="value"></slot>
        </details>
      </div>
      <span class="shared"><slot name="same"></slot></span>
      <div class="actions" part="actions" ?hidden=${!card}>
        <div class="choices"><slot name="accept"></slot><slot name="refuse"></slot></div>
        <slot name="later"></slot>
      </div>`;
    }
    updated() {
        const { context } = this;
        // A drawing that was waiting for its frame may come when the element is gone.
        if (!context || !this.isConnected)
            return;
        const [card] = this.#cards;
        const texts = this.#texts;
        const before = this.#shown;
        this.#shown = card ? [card.key, ...card.asked.map(({ id }) => id)].join() : '';
        this.#stand(card && context);
        render(card && texts
            ? questionLight(card, texts, context, {
                position: this.#answered + 1,
                total: this.#answered + this.#cards.length,
                press: this.#press,
                later: () => this.#postpone(),
            })
            : '', this);
        if (before !== this.#shown) {
            this.#shownAt = performance.now();
            if (before.split(',')[0] !== card?.key) {
                if (this.#same)
                    this.#same.checked = false;
                this.renderRoot.querySelector('details')?.removeAttribute('open');
            }
            const shown = this.#shown;
            void textHash(this.innerText).then((hash) => {
                if (shown === this.#shown)
                    this.#hash = hash;
            });
        }
        if (this.#leaving)
            this.#goOn();
        this.#announce(context);
    }
    /** Puts the host where the notice stands, or takes it away. */
    #stand(context) {
        const wanted = context?.consent.declaration.notice.placement;
        // In the flow of the page it would move what somebody reads.
        const placement = !wanted || wanted === 'inline' ? 'bottom' : wanted;
        for (const [name, value] of Object.entries({
            open: '',
            view: 'question',
            role: 'region',
            'aria-label': context?.texts('question').region ?? '',
            placement,
            'data-nosnippet': '',
        })) {
            if (context)
                this.setAttribute(name, value);
            else
                this.removeAttribute(name);
        }
        this.#raise(context && (placement === 'top' ? 'top' : 'bottom'));
    }
    get #same() {
        return this.querySelector('input');
    }
    #press = ({ currentTarget, detail, isTrusted }) => {
        const { context } = this;
        const [card] = this.#cards;
        const answer = currentTarget.dataset['answer']; // our own two buttons
        if (!context || !card || this.#leaving)
            return;
        if (!isTrusted && answer === 'accept') {
            console.warn('cookie-modes: a click that no visitor made cannot accept; use answer() for the site’s own word.');
            return;
        }
        // A keyboard's click has no detail.
        if (detail && performance.now() - this.#shownAt < guardMs)
            return;
        const { consent } = context;
        const t = context.texts('question');
        this.#answered++;
        this.#leave(fill(answer === 'accept' ? t.accepted : t.refused, { name: this.#texts?.name ?? '' }));
        consent.answer(answersOf(card, answer, consent, this.#same?.checked), {
            given: isTrusted ? 'question' : 'automatic',
            language: context.locale,
            text: this.#hash,
        });
        const stuck = card.asked.filter(({ kind, id }) => consent.question(kind, id));
        for (const one of stuck)
            this.#stuck.add(keyOf(one));
        if (stuck[0])
            this.said = t.putOff;
    };
    #postpone() {
        this.#leave(this.context?.texts('question').putOff ?? '');
        this.consent?.postpone();
    }
    #leave(said) {
        this.#leaving = true;
        this.said = said;
        this.requestUpdate();
    }
    /** After an answer: on to the next card, or back to where the visitor came from. */
    #goOn() {
        const { activeElement } = document;
        const next = this.#cards[0] ? this.querySelector('[slot=heading]') : this.#before;
        this.#leaving = false;
        if (!this.#cards[0])
            this.#before = undefined;
        // Somebody may be writing elsewhere while a program refuses.
        if (activeElement && activeElement !== document.body && !this.contains(activeElement))
            return;
        if (next?.isConnected)
            next.focus({ preventScroll: true });
    }
    #announce({ consent, locale, texts }) {
        const asked = consent.questions.length;
        const more = asked > this.#asked;
        this.#asked = asked;
        if (!this.#cards[0])
            this.#answered = 0;
        if (!more)
            return;
        clearTimeout(this.#quiet);
        this.#quiet = setTimeout(() => {
            const { length } = this.#cards;
            if (length)
                this.said = fillCount(texts('question').announcement, length, locale);
        }, quietMs);
    }
}

/** A receipt as a machine reads it. */
const receiptJson = (receipt) => JSON.stringify(receipt, null, 2);
/** Hands the visitor a copy of the receipt, as a file. */
function downloadReceipt(receipt) {
    const link = document.createElement('a');
    const url = URL.createObjectURL(new Blob([receiptJson(receipt)], { type: 'application/json' }));
    link.href = url;
    link.download = `cookie-choice-${receipt.time.slice(0, 10)}.json`;
    link.click();
    // Safari reads the file after the click.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Prints the receipt without the page around it: `host`, a child of the body, says in its styles what that is. */
function printReceipt(host) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@media print{body>:not(${host.localName}){display:none!important}}`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    host.toggleAttribute('printing', true);
    addEventListener('afterprint', () => {
        host.removeAttribute('printing');
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    }, { once: true });
    print();
}

/** Labels with what belongs to them; what is empty is left out, and a label without anything too. */
function settingsRows(rows) {
    const said = rows
        .map(([label, ...values]) => [label, values.filter(Boolean)])
        .filter(([, values]) => values[0]);
    return said[0]
        ? html `<dl>
        ${said.map(([label, values]) => html `<dt>${label}</dt>
              ${values.map((value) => html `<dd>${value}</dd>`)}`)}
      </dl>`
        : nothing;
}

/** The record in words, and as it is written. */
function receiptView(context) {
    const { consent } = context;
    const t = context.texts('settings');
    const receipt = consent.receipt();
    if (!receipt)
        return html `<p>${t.noRecord}</p>`;
    const { purposes, services, cookies } = receipt.answers;
    const service = (id) => {
        const one = consent.service(id);
        return one ? serviceName(context, one).text : id;
    };
    const rows = [
        ...Object.entries(purposes).map(([id, answer]) => [purposeText(id, 'label', context)?.text, answer && t[answer]]),
        ...Object.entries(services).map(([id, answer]) => [service(id), answer && t[answer]]),
        ...Object.entries(cookies).map(([id, answer]) => [html `<bdi>${id}</bdi>`, t[answer]]),
    ];
    return html `${settingsRows([...choiceInWords(context), ...rows])}
    <pre dir="ltr">${receiptJson(receipt)}</pre>`;
}

/** A telephone link (RFC 3966); undefined where there is no number in the text. */
function phoneLink({ phone = '', extension = '' }) {
    // A JSON block may have numbers here.
    const digits = (text) => `${text}`.replace(/\D/g, '');
    const plus = /^\s*\(?\+/.test(phone) ? '+' : '';
    return digits(phone)
        ? `tel:${plus}${digits(phone)}${digits(extension) && `;ext=${digits(extension)}`}`
        : undefined;
}
/** A mail link (RFC 6068) to exactly one address, without header fields. */
const mailLink = ({ email = '' }) => /^[^\s@]+@[^\s@]+$/.test(email)
    ? `mailto:${email.split('@').map(encodeURIComponent).join('@')}`
    : undefined;
/** Whom to ask about data that the site holds itself. */
function rightsContact(context) {
    const { agency } = context.consent.declaration;
    const contact = agency?.contact;
    if (!contact)
        return nothing;
    const t = context.texts('rights');
    const name = context.localized(agency.name)?.text;
    const link = (url, text) => (url ? html `<a href=${url}>${text}</a>` : text);
    const { phone, extension, email } = contact;
    const number = extension ? `${phone ?? ''} ${fill(t.extension, { extension })}` : phone;
    return html `<section class="contact">
    <h3>${t.contactHeading}</h3>
    <p>${name ? fill(t.contactFor, { agency: name }) : t.contactSite}</p>
    ${settingsRows([
        [t.officer, spoken(context.localized(contact.officer))],
        [t.phone, number && link(phoneLink(contact), number)],
        [t.email, email && link(mailLink(contact), email)],
        [t.hours, spoken(context.localized(contact.hours))],
    ])}
  </section>`;
}

/** What has to be told when data is collected (Taiwan PDPA Art. 8 para. 1), in the order of the law. */
const items = [
    'name',
    'purpose',
    'categories',
    'period',
    'area',
    'recipients',
    'manner',
    'rights',
    'effect',
];
/** How the agency can be reached. */
const ways = ['phone', 'extension', 'email', 'hours', 'officer'];
const named = new WeakSet();
/** What is missing is named to the developer, once; an item that does not apply is there as an empty text. */
function nameMissing(agency) {
    const contact = agency.contact ?? {};
    const missing = [
        ...items.filter((item) => agency[item] === undefined),
        ...ways.filter((way) => contact[way] === undefined).map((way) => `contact.${way}`),
    ];
    if (named.has(agency) || !missing[0])
        return;
    named.add(agency);
    console.warn(`cookie-modes: the notice of PDPA Art. 8 is not complete; add ${missing.map((item) => `agency.${item}`).join(', ')}.`);
}
/** Who collects what, for what, and the visitor's rights, as a labelled list; nothing where no agency is configured. */
function rightsNotice(context) {
    const { agency } = context.consent.declaration;
    if (!agency)
        return nothing;
    nameMissing(agency);
    const t = context.texts('rights');
    return html `<section class="items">
    <h3>${t.noticeHeading}</h3>
    ${settingsRows(items.map((item) => [t[item === 'name' ? 'agency' : item], spoken(context.localized(agency[item]))]))}
  </section>`;
}

/** What the five rights can be used with (Taiwan PDPA Art. 3; GDPR Art. 7, 15–17). */
const rights = ['view', 'copy', 'correct', 'stop', 'erase'];
/** The rights as working buttons, the record, the notice and whom to ask. */
function rightsPanel(context, { use, print }) {
    const t = context.texts('rights');
    const settings = context.texts('settings');
    return html `<section class="rights">
      <h3>${t.heading}</h3>
      <p>${t.intro}</p>
      <ul>
        ${rights.map((right) => html `<li>
              <span id="right-${right}">${t[right].label}</span>
              <button
                type="button"
                data-right=${right}
                aria-describedby="right-${right}"
                @click=${(event) => use(right, event)}
              >
                ${t[right].button}
              </button>
            </li>`)}
      </ul>
      <details class="record">
        <summary>${settings.recordHeading}</summary>
        <div class="receipt">${receiptView(context)}</div>
        <button type="button" data-right="print" @click=${print}>${settings.print}</button>
      </details>
    </section>
    ${rightsNotice(context)} ${rightsContact(context)}`;
}

/** What holds now, since when and by whom; the rest of it stands in the record. */
function settingsCurrent(context) {
    const { consent } = context;
    const t = context.texts('settings');
    const notice = context.texts('notice');
    const rows = choiceInWords(context).slice(0, 3);
    const lines = [
        !rows[0] && t.currentNone,
        consent.outdated && notice.revisedChooseAgain,
        consent.signalled && fill(notice.gpcHonoured, { refuseAll: modeInWords(context, 'refuse-all') }),
        !consent.kept && notice.pageOnly,
    ];
    return html `<section class="current">
    <h3>${t.currentHeading}</h3>
    ${settingsRows(rows)} ${lines.map((line) => (line ? html `<p>${line}</p>` : nothing))}
  </section>`;
}

/** What an answer can be given for. */
const kinds = ['purposes', 'services', 'cookies'];
/** Something for each kind. */
const byKind = (make) => Object.fromEntries(kinds.map((kind) => [kind, make(kind)])); // each kind is there
/** The choice in force as a draft: untouched where nothing was chosen. */
function draftOf({ choice }) {
    return {
        mode: choice?.mode,
        session: choice?.session ?? false,
        before: {},
        ...byKind((kind) => bare(choice?.[kind] ?? {})),
    };
}
/**
 * The draft with another mode: a mode covers everything, so finer answers are cleared, as when it is saved. Coming back to a mode brings
 * back what stood under it: the arrow keys pass through every mode, and nobody means to take an answer back by that.
 */
const withMode = (draft, mode) => {
    const { mode: left } = draft;
    const before = { ...draft.before, ...(left && { [left]: byKind((kind) => draft[kind]) }) };
    return {
        ...draft,
        mode,
        before,
        ...(before[mode] ?? byKind((kind) => blank(Object.keys(draft[kind])))),
    };
};
/** The draft with one answer more, or with '' one less. */
const withAnswer = (draft, kind, id, answer) => ({
    ...draft,
    [kind]: bare({ ...draft[kind], [id]: answer }),
});
/** What would hold for a purpose, service or cookie that has no answer of its own, and why. */
function inherited(consent, draft, kind, id) {
    const { choice } = consent;
    const { mode } = draft;
    const fromMode = () => mode
        ? { from: 'mode', answer: answerOfMode(mode) }
        : consent.signalled
            ? { from: 'signal', answer: 'refuse' }
            : { from: 'none', answer: undefined };
    // A mode chosen anew covers everything, and so does a purpose answered anew; what stands covers what was declared at the time.
    const added = (list, key) => choice && mode === choice.mode && !(key in choice[list]) && !draft[list][key];
    const owner = kind === 'cookies' ? consent.owner(id, 'cookies') : consent.service(id);
    const purpose = kind === 'purposes' ? id : (owner?.purpose ?? consent.purposeOf(id));
    if (!purpose)
        return fromMode();
    const ofService = kind === 'cookies' && owner && draft.services[owner.id];
    if (ofService)
        return { from: 'service', answer: ofService };
    const ofPurpose = kind === 'purposes' ? '' : draft.purposes[purpose];
    const { used } = consent.declaration;
    const isNew = (used.includes(purpose) && added('purposes', purpose)) ||
        (kind !== 'purposes' && owner && added('services', owner.id));
    const anew = ofPurpose && ofPurpose !== choice?.purposes[purpose];
    if (isNew && !anew && ofPurpose !== 'refuse')
        return { from: 'added', answer: 'notify' };
    return ofPurpose ? { from: 'purpose', answer: ofPurpose } : fromMode();
}
/** What would hold for a purpose, service or cookie if the draft were saved. */
const effective = (consent, draft, kind, id) => draft[kind][id] || inherited(consent, draft, kind, id).answer;

/** The three modes; none is ticked before a choice. */
function settingsModes({ context, draft, change }) {
    const t = context.texts('settings');
    const hints = { 'accept-all': t.acceptAllHint, notify: t.notifyHint, 'refuse-all': t.refuseAllHint };
    return html `<fieldset class="modes" aria-describedby="modes-clear">
    <legend>${t.modesLegend}</legend>
    <p id="modes-clear">${t.modesClear}</p>
    ${modes.map((mode) => html `<div>
          <label
            ><input
              type="radio"
              name="mode"
              value=${mode}
              aria-describedby="hint-${mode}"
              .checked=${draft.mode === mode}
              @change=${() => change(withMode(draft, mode))}
            />
            ${modeInWords(context, mode)}</label
          >
          <p id="hint-${mode}">${hints[mode]}</p>
        </div>`)}
  </fieldset>`;
}

/** The site's policy: where it is, which version, and what was revised in it. */
function settingsPolicy(context) {
    const { url, version, updated, changes } = context.consent.declaration.policy;
    const t = context.texts('settings');
    const notice = context.texts('notice');
    return html `<section class="policy">
    <h3>${t.policy}</h3>
    <p><a href=${safeUrl(url) ?? nothing}>${notice.policyLink}</a></p>
    ${settingsRows([[t.policyVersion, version, updated && fill(t.policyUpdated, { date: dayOfSite(context, updated) })]])}
    ${changes?.[0]
        ? html `<p id="changes">${notice.revisedChanges}</p>
            <ul aria-labelledby="changes">
              ${changes.map((change) => html `<li>${spoken(context.localized(change))}</li>`)}
            </ul>`
        : nothing}
  </section>`;
}

/**
 * One answer, as a native select: one stop for the keyboard, at home on every small screen, and what holds without an
 * answer of its own can be read out in full.
 */
function settingsAnswer({ context, draft, change }, kind, id, name) {
    const t = context.texts('settings');
    const { from, answer } = inherited(context.consent, draft, kind, id);
    const own = draft[kind][id];
    const words = {
        mode: t.fromMode,
        signal: t.fromMode,
        purpose: t.fromPurpose,
        service: t.fromService,
        added: t.fromAdded,
        none: t.fromNothing,
    };
    // Without a mode, an answer that has been given cannot be taken back, only changed.
    const canFollow = draft.mode || !context.consent.choice?.[kind][id];
    // Beside the select, not in it: the text wraps on a small screen, an option is cut off.
    const hint = !own && answer ? `${kind} ${id}`.replace(/\s/, '-') : nothing;
    const when = (one) => (kind === one ? id : nothing);
    return html `<label
      class="answer"
      data-purpose=${when('purposes')}
      data-service=${when('services')}
      data-cookie=${when('cookies')}
      ><span>${fill(t.answersFor, { name })}</span>
      <select
        aria-describedby=${hint}
        @change=${({ target }) => change(withAnswer(draft, kind, id, target.value))}
      >
        ${canFollow
        ? html `<option value="" .selected=${!own}>${answer ? t.inherit : t.fromNothing}</option>`
        : nothing}
        ${answers.map((one) => html `<option value=${one} .selected=${own === one}>${t[one]}</option>`)}
      </select>
    </label>
    ${hint === nothing || !answer ? nothing : html `<p id=${hint}>${fill(words[from], { answer: t[answer] })}</p>`}`;
}

const storedList = (context, items) => {
    const t = context.texts('settings');
    return html `<details>
    <summary>${t.declaredHeading}</summary>
    ${settingsRows(items.map((item) => [
        html `<code dir="ltr">${item.name}</code>`,
        kindInWords(context, item),
        fill(t.keptItem, { kept: keptInWords(context, item.kept) }),
        spoken(item.description),
    ]))}
  </details>`;
};
function service(filling, one) {
    const { context } = filling;
    const t = context.texts('settings');
    const name = serviceName(context, one);
    const stored = storedBy(context, one);
    const description = context.localized(one.description);
    const provider = context.localized(one.provider);
    const url = safeUrl(one.policyUrl);
    return html `<section class="service">
    <h5>${spoken(name)}</h5>
    ${description ? html `<p>${spoken(description)}</p>` : nothing}
    ${settingsRows([
        [t.provider, spoken(provider)],
        [t.policy, url && html `<a href=${url}>${url}</a>`],
        [t.stores, !stored[0] && t.storesNothing],
    ])}
    ${one.purpose === 'necessary' ? nothing : settingsAnswer(filling, 'services', one.id, name.text)}
    ${stored[0] ? storedList(context, stored) : nothing}
  </section>`;
}
function purpose(filling, id) {
    const { context } = filling;
    const t = context.texts('settings');
    const label = purposeText(id, 'label', context);
    const description = purposeText(id, 'description', context);
    const without = purposeText(id, 'withoutIt', context);
    const necessary = id === 'necessary';
    return html `<section class="purpose">
    <h4>${spoken(label)}</h4>
    ${description ? html `<p>${spoken(description)}</p>` : nothing}
    ${necessary
        ? html `<p>${t.alwaysAllowed}</p>
            ${storedList(context, storedAnyway(context))}`
        : html `${without ? html `<p>${fill(t.without, { without: without.text })}</p>` : nothing}
          ${settingsAnswer(filling, 'purposes', id, label?.text ?? id)}`}
    ${servicesOf(context.consent.declaration, id).map((one) => service(filling, one))}
  </section>`;
}
/** The finer answers: for each purpose and its services, and for cookies that were asked about; what is necessary is told. */
function settingsPurposes(filling) {
    const { context, draft } = filling;
    const t = context.texts('settings');
    const { used } = context.consent.declaration;
    const cookies = Object.keys(draft.cookies);
    return html `<section class="purposes">
    <h3>${t.finerHeading}</h3>
    ${used[0] ? nothing : html `<p>${t.nothingElse}</p>`} ${used.map((id) => purpose(filling, id))}
    ${cookies[0]
        ? html `<section class="purpose">
            <h4>${t.cookieAnswers}</h4>
            ${cookies.map((name) => settingsAnswer(filling, 'cookies', name, name))}
          </section>`
        : nothing}
    ${purpose(filling, 'necessary')}
  </section>`;
}

/** What the last withdrawal removed, what it could not and why; a reload is offered where code goes on running, never forced. */
function settingsReport(context, { removed, left, running }) {
    const t = context.texts('settings');
    const { reload, reloadText } = context.texts('confirmation');
    return html `<section class="report">
    <h3 tabindex="-1">${t.reportHeading}</h3>
    ${removed[0] || left[0]
        ? html `<ul>
            ${left.map(({ name, why }) => html `<li>${fill(t.reportKept, { name, reason: t.reasons[why] })}</li>`)}
            ${removed.map(({ name }) => html `<li>${fill(t.reportRemoved, { name })}</li>`)}
          </ul>`
        : html `<p>${t.reportNothing}</p>`}
    ${running[0]
        ? html `<p>${reloadText}</p>
            <button type="button" @click=${() => location.reload()}>${reload}</button>`
        : nothing}
  </section>`;
}

const entries = (draft, kind) => Object.entries(draft[kind]);
const answersIn = (draft, wanted) => byKind((kind) => Object.fromEntries(entries(draft, kind).filter(([id, answer]) => answer && wanted(kind, id, answer))));
/** Whether a draft says anything that could be saved: a mode or an answer. */
const saysSomething = (draft) => !!draft.mode || kinds.some((kind) => Object.values(draft[kind]).some(Boolean));
/** Whether saving a draft would accept anything that is not accepted now: only a visitor's own click may do that. */
function acceptsMore(consent, draft) {
    const { used, services } = consent.declaration;
    const more = (kind, id, now) => now !== 'accept' && effective(consent, draft, kind, id) === 'accept';
    return ((draft.mode === 'accept-all' && consent.mode !== 'accept-all') ||
        used.some((id) => more('purposes', id, consent.verdict(id))) ||
        services.some(({ id, purpose }) => purpose !== 'necessary' && more('services', id, consent.verdict(purpose, id))) ||
        Object.keys(draft.cookies).some((name) => more('cookies', name, consent.decide(name))));
}
/** The draft with an answer of its own for what was declared later: taking another answer back must not grant it. */
function goingOnAsking(consent, draft) {
    const { purposes, services } = consent.declaration;
    const isAdded = (kind, id) => !draft[kind][id] && inherited(consent, draft, kind, id).from === 'added';
    let asking = draft;
    for (const id in purposes)
        if (isAdded('purposes', id))
            asking = withAnswer(asking, 'purposes', id, 'notify');
    for (const { id, purpose } of services) {
        if (isAdded('services', id) && !isAdded('purposes', purpose))
            asking = withAnswer(asking, 'services', id, 'notify');
    }
    return asking;
}
/**
 * Carries a draft out in one change: a mode that was changed, or an answer that was taken back, is a choice anew with the answers
 * left; everything else is answers beside the mode that stands.
 */
function saveDraft(consent, draft, circumstances) {
    const { choice } = consent;
    const old = (kind, id) => choice?.[kind][id] ?? '';
    const takenBack = kinds.some((kind) => entries(draft, kind).some(([id, answer]) => !answer && old(kind, id)));
    const how = { ...circumstances, session: draft.session };
    if (draft.mode && (draft.mode !== choice?.mode || takenBack)) {
        consent.choose(draft.mode, { ...how, answers: answersIn(goingOnAsking(consent, draft), () => true) });
        return;
    }
    const changed = answersIn(draft, (kind, id, answer) => answer !== old(kind, id));
    if (kinds.some((kind) => Object.keys(changed[kind])[0]) || (choice && draft.session !== choice.session)) {
        consent.answer(changed, how);
    }
}

/** The settings dialog: one column, its own scrolling, the buttons always in view where there is height for it. */
const settingsStyles = css `
  /* As large as the window, to be measured by it; the dialog itself is above everything. */
  :host([open]) {
    position: fixed;
    inset: 0;
    display: block;
    container-type: size;
    pointer-events: none;
  }
  dialog {
    pointer-events: auto;
    inline-size: min(48rem, 100% - 1rem);
    max-inline-size: none;
    max-block-size: calc(100dvb - 1rem);
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_background);
    color: var(--_color);
    overflow-wrap: anywhere;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 60%);
  }
  header,
  footer,
  .body {
    padding: 0.75rem 1rem;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
    align-items: center;
    justify-content: space-between;
    border-block-end: 1px solid var(--_border);
  }
  header button {
    flex: none;
  }
  footer {
    border-block-start: 1px solid var(--_border);
  }
  .body {
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }
  /* Firefox lets the keyboard into what scrolls; the ring would be cut off outside. */
  .body:focus-visible {
    outline-offset: -0.1875rem;
  }
  section > * + *,
  fieldset > * + *,
  footer > :not(:empty) + * {
    margin-block-start: var(--_gap);
  }
  .body > * + * {
    margin-block-start: 1.5rem;
  }
  h2 {
    flex: 1 1 6em;
    font-size: 1.375em;
  }
  h3,
  legend {
    padding: 0;
    font-size: 1.1875em;
    font-weight: 700;
    line-height: 1.3;
  }
  h5 {
    font-size: 1em;
  }
  .purpose {
    padding: 1rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .service {
    padding-block-start: var(--_gap);
    border-block-start: 1px solid var(--_border);
  }
  dl {
    display: grid;
    grid-template-columns: minmax(6rem, max-content) minmax(0, 1fr);
    gap: 0.25rem 1rem;
  }
  dt {
    font-weight: 600;
  }
  dd {
    grid-column: 2;
  }
  .rights ul,
  .report ul,
  .policy ul {
    padding-inline-start: 1.25rem;
  }
  .rights ul {
    display: grid;
    gap: 0.5rem;
    padding: 0;
    list-style: none;
  }
  .rights li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(12rem, auto);
    gap: 0.25rem 1rem;
    align-items: center;
  }
  label:has(input) {
    display: flex;
    gap: 0.75rem;
    align-items: center;
    min-block-size: var(--_target);
    font-weight: 600;
    cursor: pointer;
  }
  input {
    flex: none;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  label:has(input) + p {
    padding-inline-start: 2.25rem;
  }
  .answer {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 0.25rem 1rem;
    align-items: center;
    font-weight: 600;
  }
  .answer + p {
    margin-block-start: 0.25rem;
  }
  select {
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: 0.25rem 0.5rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_background);
    color: var(--_color);
    font: inherit;
    font-weight: 400;
    letter-spacing: inherit;
    /* WebKit lets the longest option stick out. */
    overflow: hidden;
    contain: paint;
  }
  summary {
    min-block-size: var(--_target);
    align-content: center;
    color: var(--_accent);
    cursor: pointer;
  }
  .buttons {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr));
    grid-auto-rows: 1fr;
    gap: var(--_gap);
  }
  .strong {
    border-color: var(--_accent);
    background: var(--_fill);
    color: var(--_on-accent);
    font-weight: 600;
  }
  [role='status']:not(:empty) {
    margin-block-end: 0.5rem;
    font-weight: 600;
  }
  pre {
    margin: 0.75rem 0 0;
    padding: 0.75rem;
    border: 1px solid var(--_border);
    white-space: pre-wrap;
    font-size: 0.875em;
  }
  @media (max-width: 36rem) {
    dl,
    .answer,
    .rights li {
      grid-template-columns: minmax(0, 1fr);
    }
    dd {
      grid-column: 1;
    }
  }
  /* Little height for the size of the text, as under 400 % zoom: everything scrolls, so that the buttons leave room for what has
     the focus (WCAG 2.4.11). */
  @container (max-height: 32em) {
    dialog[open] {
      display: block;
      overflow: auto;
    }
    .body {
      overflow: visible;
    }
  }
  @media (forced-colors: active) {
    .strong {
      border: 2px solid ButtonText;
    }
  }
  @media print {
    :host(:not([printing])) {
      display: none !important;
    }
    :host([open]) {
      position: static;
      container-type: normal;
    }
    dialog[open] {
      position: static;
      display: block;
      inline-size: auto;
      max-block-size: none;
      border: 0;
      overflow: visible;
      visibility: hidden;
    }
    .body {
      overflow: visible;
    }
    header,
    footer,
    .body > :not(.rights),
    .rights > :not(.record),
    .record > :not(.receipt) {
      display: none;
    }
    .receipt {
      visibility: visible;
    }
  }
`;

/** The element that has the focus, within shadow trees too. */
function focused() {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement)
        element = element.shadowRoot.activeElement;
    return element;
}
/**
 * The settings: a native modal dialog. What is filled in counts when it is saved; one press refuses all.
 * @tag cookie-modes-settings-dialog
 * @summary The settings dialog; opened by the settings button, a link to `#cookie-modes`, or `openSettings()`.
 * @fires close - It has been closed.
 * @attr open - Reflected while the dialog is open.
 * @csspart dialog
 */
class SettingsDialogElement extends BaseElement {
    static { this.styles = [baseStyles, settingsStyles]; }
    static { this.properties = {
        report: { attribute: false },
        draft: { state: true },
        said: { state: true },
        erasing: { state: true },
    }; }
    /** The id of the choice the draft was made of: when another one is in force, the draft begins anew. */
    #drawn;
    #opener = null;
    #hash = '-';
    /** The visitor pressed here for something to be undone, and is led to the report. */
    #awaited = false;
    constructor() {
        super();
        this.said = '';
    }
    disconnectedCallback() {
        super.disconnectedCallback();
        // What is taken out of the page open would come back open, but no longer modal.
        this.#close();
    }
    /** Takes the report of a withdrawal; where nothing was there to undo, it is shown to those who asked for it here. */
    hear(report) {
        const { removed, left, running } = report;
        this.report = this.#awaited || removed[0] || left[0] || running[0] ? report : undefined;
    }
    /** Opens the dialog with what is in force now, the focus on its heading. */
    async open() {
        if (!this.#dialog?.open) {
            this.draft = this.erasing = undefined;
            this.said = '';
        }
        await this.updateComplete;
        const dialog = this.#dialog;
        if (!dialog)
            return;
        if (!dialog.open) {
            this.#opener = focused();
            dialog.showModal();
            this.setAttribute('open', '');
            dialog.querySelector('.body')?.scrollTo(0, 0);
        }
        this.#focus('h2');
    }
    view(context) {
        const { consent } = context;
        const made = consent.choice?.id;
        if (!this.draft || made !== this.#drawn)
            this.draft = draftOf(consent);
        this.#drawn = made;
        const { draft } = this;
        const t = context.texts('settings');
        const notice = context.texts('notice');
        const filling = { context, draft, change: (next) => (this.draft = next) };
        return html `<dialog part="dialog" aria-labelledby="title" @close=${this.#closed}>
      <header role="presentation">
        <h2 id="title" tabindex="-1">${t.title}</h2>
        <button type="button" data-action="close" @click=${this.#close}>${t.close}</button>
      </header>
      <div class="body">
        <p>${t.intro}</p>
        ${this.report ? settingsReport(context, this.report) : nothing} ${settingsCurrent(context)}
        ${settingsModes(filling)} ${settingsPurposes(filling)}
        <section class="shared">
          <label
            ><input
              type="checkbox"
              aria-describedby="shared-hint"
              .checked=${draft.session}
              @change=${({ target }) => (this.draft = { ...draft, session: target.checked })}
            />
            ${notice.sharedComputer}</label
          >
          <p id="shared-hint">${notice.sharedComputerHint}</p>
          ${draft.session
            ? html `<button
                    type="button"
                    data-action="clear"
                    aria-describedby="clear-hint"
                    @click=${this.#erase}
                  >
                    ${t.clearNow}
                  </button>
                  <p id="clear-hint">${t.clearNowHint}</p>`
            : nothing}
        </section>
        ${settingsPolicy(context)}
        ${rightsPanel(context, {
            use: (right, event) => this.#use(right, event),
            print: () => printReceipt(this),
        })}
        <p>${t.browserHelp}</p>
      </div>
      <footer role="presentation">
        <p role="status" tabindex="-1">${this.said}</p>
        ${this.#buttons(context)}
      </footer>
    </dialog>`;
    }
    #buttons(context) {
        const { save, eraseHint, eraseConfirm, cancel } = context.texts('settings');
        const button = (action, text, act) => html `<button
        type="button"
        class="strong"
        data-action=${action === 'refuse' ? nothing : action}
        data-mode=${action === 'refuse' ? 'refuse-all' : nothing}
        @click=${act}
      >
        ${text}
      </button>`;
        const asker = this.erasing;
        return html `${asker ? html `<p id="step" tabindex="-1">${eraseHint}</p>` : nothing}
      <div class="buttons">
        ${asker
            ? [
                button('erase', eraseConfirm, this.#erase),
                button('cancel', cancel, () => {
                    this.erasing = undefined;
                    asker.focus();
                }),
            ]
            : [
                button('save', save, this.#save),
                button('refuse', modeInWords(context, 'refuse-all'), this.#refuse),
            ]}
      </div>`;
    }
    updated(changed) {
        if (changed.has('report') && this.#awaited && this.report) {
            this.#awaited = false;
            this.#focus('.report h3');
        }
        const shown = ['.body > p', '.modes', '.purposes', '.shared'].map((selector) => this.renderRoot.querySelector(selector)?.textContent);
        void textHash(shown.join('\n')).then((hash) => (this.#hash = hash));
    }
    get #dialog() {
        return this.renderRoot.querySelector('dialog');
    }
    #focus(selector) {
        void this.updateComplete.then(() => this.renderRoot.querySelector(selector)?.focus());
    }
    #close = () => this.#dialog?.close();
    /** The browser gives the focus back by itself, unless what had it lies in a shadow tree, in some engines. */
    #closed = () => {
        // The browser tells of it a moment later: the settings may be open again by then.
        if (this.#dialog?.open)
            return;
        const opener = this.#opener;
        this.#opener = null;
        this.removeAttribute('open');
        this.dispatchEvent(new Event('close'));
        if (opener instanceof HTMLElement && opener.isConnected && focused() === document.body)
            opener.focus();
    };
    #how({ isTrusted }) {
        return {
            given: isTrusted ? 'settings' : 'automatic',
            language: this.context?.locale ?? '-',
            text: this.#hash,
            session: this.draft?.session ?? false,
        };
    }
    #save = (event) => {
        const { consent, context, draft } = this;
        if (!consent || !context || !draft)
            return;
        if (!saysSomething(draft)) {
            this.said = context.texts('settings').chooseFirst;
            return;
        }
        if (!event.isTrusted && acceptsMore(consent, draft)) {
            console.warn('cookie-modes: a click that no visitor made cannot accept; use choose().');
            return;
        }
        this.#close();
        context.act(() => saveDraft(consent, draft, this.#how(event)));
    };
    #refuse = (event) => {
        this.#close();
        this.context?.act(() => this.consent?.choose('refuse-all', this.#how(event)));
    };
    #askToErase = ({ currentTarget }) => {
        this.erasing = currentTarget; // a button
        this.#focus('#step');
    };
    #erase = () => {
        const { consent, context } = this;
        if (!consent || !context)
            return;
        this.erasing = undefined;
        this.#awaited = true;
        context.act(() => void consent.erase());
        this.said = context.texts('confirmation').erased;
        this.#focus('[role=status]');
    };
    #use(right, event) {
        const { consent, context } = this;
        if (!consent || !context)
            return;
        const receipt = consent.receipt();
        if (right === 'view') {
            this.renderRoot.querySelector('.record')?.toggleAttribute('open', true);
            this.#focus('.record summary');
        }
        else if (right === 'copy') {
            if (receipt)
                downloadReceipt(receipt);
            else
                this.said = context.texts('settings').noRecord;
        }
        else if (right === 'correct')
            this.#focus('.modes :checked, .modes:not(:has(:checked)) input');
        else if (right === 'erase')
            this.#askToErase(event);
        else {
            this.#awaited = true;
            context.act(() => void consent.withdraw(this.#how(event)));
            this.said = context.texts('confirmation').withdrawn;
        }
    }
}

/** Puts the focus into content that has just been allowed: into a frame or player, or onto what a template has brought. */
function embedFocus(target) {
    const content = target instanceof HTMLTemplateElement ? target.nextElementSibling : target;
    if (!content)
        return;
    content.focus({ preventScroll: true });
    if (content.getRootNode().activeElement === content)
        return; // connected: it was just put in
    content.tabIndex = -1;
    content.focus({ preventScroll: true });
    content.addEventListener('blur', () => content.removeAttribute('tabindex'), { once: true });
}

const names = ['src', 'srcset', 'poster'];
const sources = ':is(audio,video,picture)>:is([data-src],[data-srcset])';
/**
 * Shows one held element for as long as the page lasts, without an answer: it gets the URLs that its `data-` attributes keep, as the gate
 * would give them. The gate leaves a URL that it did not give alone, and knows of no answer: nothing else opens.
 */
function openOnce(target) {
    if (target instanceof HTMLTemplateElement) {
        const { content } = target;
        const nodes = [...content.childNodes];
        // Under `strict-dynamic` what we insert may run although the page's policy would keep it from running.
        const nonce = document.querySelector('script[nonce=""]')?.nonce;
        for (const script of content.querySelectorAll('script'))
            if (nonce && script.nonce !== nonce)
                script.type = 'text/plain';
        target.after(content);
        return () => content.append(...nodes);
    }
    const given = [];
    const picture = target.closest('picture') ?? target;
    for (const element of [target, ...picture.querySelectorAll(sources)]) {
        for (const name of names) {
            const url = element.getAttribute(`data-${name}`);
            // Sanitizers let `data-` attributes through: a script must not hide in one.
            if (url === null || (name === 'src' && !safeUrl(url)))
                continue;
            element.setAttribute(name, url);
            given.push([element, name]);
        }
    }
    const load = () => void (target instanceof HTMLMediaElement && target.load());
    load();
    return () => {
        for (const [element, name] of given)
            element.removeAttribute(name);
        load();
        // Put in anew, a frame has forgotten its page and leaves no entry in the history.
        if (target.matches('iframe,object,embed') && target.isConnected)
            target.replaceWith(target);
    };
}

/** Smaller than this, in CSS pixels, nothing can be read or pressed. */
const least = 24;
/**
 * Lays a box exactly over an element that keeps its own place on the page, so that nothing is moved when the box comes or goes.
 * The box is positioned absolutely; its place is written into a sheet of its own, since inline styles may be forbidden.
 */
function embedPlace(target, box, sheet) {
    let frame = 0;
    let [left, top] = [0, 0];
    let written = '[part=box]{position:absolute;left:0;top:0}';
    sheet.replaceSync(written);
    const measure = () => {
        frame = 0;
        const [wanted, now] = [target.getBoundingClientRect(), box.getBoundingClientRect()];
        const { offsetWidth: width, offsetHeight: height } = target;
        // What scales the page around both scales the distance, too.
        const scale = wanted.width / width || 1;
        left += (wanted.left - now.left) / scale;
        top += (wanted.top - now.top) / scale;
        const seen = width >= least && height >= least;
        const rule = `[part=box]{position:absolute;z-index:1;container-type:size;margin:0;left:${left.toFixed(1)}px;top:${top.toFixed(1)}px;width:${width}px;height:${height}px;visibility:${seen ? 'inherit' : 'hidden'}}`;
        if (rule !== written)
            sheet.replaceSync((written = rule));
    };
    const soon = () => {
        frame ||= requestAnimationFrame(measure);
    };
    const observer = new ResizeObserver(soon);
    for (const element of [target, box.offsetParent, document.body])
        if (element)
            observer.observe(element);
    const options = { capture: true, passive: true };
    addEventListener('resize', soon, options);
    // Something above that has loaded, or a box in between that is scrolled.
    addEventListener('load', soon, options);
    addEventListener('scroll', soon, options);
    measure();
    return () => {
        cancelAnimationFrame(frame);
        observer.disconnect();
        for (const event of ['resize', 'load', 'scroll'])
            removeEventListener(event, soon, options);
        sheet.replaceSync('');
    };
}

/** Where nothing but certain children may stand, or where our buttons would be inside a control. */
const closed = ':is(table,thead,tbody,tfoot,tr,colgroup,ul,ol,dl,select,picture,head)>*,:is(a,button,label,summary,svg,math) *';
/** Whether a template has something that would be missed. */
const hasContent = ({ childNodes }) => [...childNodes].some((node) => node instanceof Element ? !node.matches('script,style,link,meta,noscript') : node.textContent?.trim());
/**
 * What the visitor misses while a marked element is held: the element, or the player or picture that it is a source of.
 * @returns undefined where there is nothing to see, or no place for a placeholder
 */
function embedTarget(marked) {
    const target = marked.matches('source,track')
        ? (marked.closest('audio,video') ?? marked.parentElement?.querySelector('img'))
        : marked;
    if (!(target instanceof HTMLElement))
        return;
    if (target instanceof HTMLTemplateElement) {
        if (!hasContent(target.content))
            return;
    }
    else if (!target.matches('iframe,img,audio,video,embed,object'))
        return;
    return target.matches(closed) ? undefined : target;
}

/** Reads an element's marks as the gate reads them; undefined for marks with which it stays shut whatever is answered. */
function embedMark(marked, { consent }) {
    const { purpose, service: id } = marked.dataset;
    const service = consent.service(id);
    if (service)
        return purpose && purpose !== service.purpose ? undefined : { purpose: service.purpose, service };
    return !id && purpose && purpose in consent.declaration.purposes ? { purpose, service } : undefined;
}
/** The host of another site. */
const hostOf = (url) => {
    const safe = safeUrl(url ?? undefined);
    const host = safe && new URL(safe).host;
    return host === location.host ? undefined : host;
};
/** Everything a placeholder says, in the words of the context: what is missing, from whom, why, and what refusing costs. */
function embedTexts({ marked, target }, { purpose, service }, context) {
    const t = context.texts('embed');
    const verdict = context.consent.verdict(purpose, service?.id);
    const text = (key) => purposeText(purpose, key, context)?.text;
    const label = context.localized(service?.name)?.text ?? service?.id;
    const from = context.localized(service?.provider)?.text ?? label ?? hostOf(marked.getAttribute('data-src'));
    const name = target.getAttribute('title') ||
        target.getAttribute('aria-label') ||
        target.getAttribute('alt') ||
        label ||
        from;
    const { choice, signalled } = context.consent;
    const ofService = service && choice?.services[service.id];
    const why = verdict === 'refuse'
        ? signalled
            ? t.whySignal
            : ofService
                ? t.whyServiceRefused
                : t.whyRefused
        : !verdict
            ? t.whyUndecided
            : context.consent.uncovered(purpose, service?.id)
                ? t.whyAdded
                : t.whyAsk;
    const without = text('withoutIt');
    const href = safeUrl(service?.policyUrl);
    return {
        name: name ?? '',
        label: name ? fill(t.region, { service: name }) : t.missingContent,
        missing: !name
            ? t.missingContent
            : from && from !== name
                ? fill(t.missingFrom, { service: name, provider: from })
                : fill(t.missing, { service: name }),
        why: fill(why, { purpose: text('label') ?? purpose }),
        without: without && fill(t.without, { without }),
        policy: href && from ? { href, text: fill(t.policyOf, { provider: from }) } : undefined,
    };
}

/**
 * The placeholder: a box over what it stands for, or in the flow for a template, which has no place of its own. Beside what it stands
 * for, the host takes part in no layout, neither of lines nor of a grid. In a low box the buttons come before the reasons, so that they
 * are seen without scrolling.
 */
const embedStyles = css `
  :host {
    display: block !important;
    position: relative !important;
  }
  :host([beside]) {
    display: contents !important;
    position: static !important;
  }
  [part='box'] {
    display: flex;
    flex-direction: column;
    justify-content: safe center;
    gap: 0.5rem;
    margin-block: 1rem;
    padding: 0.75rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_background);
    color: var(--_color);
    overflow: auto;
    overflow-wrap: anywhere;
  }
  .missing {
    font-weight: 700;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
  }
  .choices {
    align-items: stretch;
  }
  .choices > button {
    flex: 1 1 6.5rem;
    max-inline-size: 20rem;
    border-color: var(--_accent);
    background: var(--_fill);
    color: var(--_on-accent);
    font-weight: 600;
  }
  @container (max-height: 14rem) {
    .missing {
      order: -2;
    }
    .choices {
      order: -1;
    }
  }
  @media print {
    [part='box'] {
      display: none;
    }
  }
`;

/**
 * Stands in for something that is held back: says what is missing, from whom, why, and what refusing costs, and lets the visitor
 * have just that. It takes no room of its own where what it stands for has some.
 *
 * @tag cookie-modes-embed
 * @summary A placeholder around a gated frame, picture, player or template.
 * @slot - What is gated.
 * @attr open - Reflected while the placeholder is shown.
 * @csspart box - The placeholder.
 * @csspart once - The button that allows it on this page.
 * @csspart always - The button that allows it from now on.
 */
class EmbedElement extends BaseElement {
    static { this.styles = [baseStyles, embedStyles]; }
    static { this.properties = { marked: { attribute: false }, said: { state: true } }; }
    #found;
    #close;
    /** The choice and the answer that held when it was allowed once. */
    #since = [undefined, undefined];
    #entering = false;
    #hash = '-';
    #hashed = '';
    #placed;
    #unplace;
    #sheet = new CSSStyleSheet();
    constructor() {
        super();
        this.said = '';
    }
    createRenderRoot() {
        const root = super.createRenderRoot();
        if (root instanceof ShadowRoot)
            root.adoptedStyleSheets.push(this.#sheet);
        return root;
    }
    disconnectedCallback() {
        super.disconnectedCallback();
        this.#place(undefined, false);
    }
    follow(context) {
        const { consent } = context;
        const leave = super.follow(context);
        const off = new AbortController();
        // What was chosen while it was out of the page counts, too.
        this.#settle(context);
        consent.addEventListener('change', () => this.#settle(context), off);
        consent.addEventListener('released', ({ detail }) => {
            if (detail.element === this.#gated?.marked)
                void this.#enter();
        }, off);
        return () => {
            leave();
            off.abort();
        };
    }
    /** What it stands in for; an open template has nothing in it any more, so what was found once is kept. */
    get #gated() {
        const marked = this.marked ?? this.querySelector('[data-purpose],[data-service]');
        if (marked && marked !== this.#found?.marked) {
            const target = embedTarget(marked);
            this.#found = target && { marked, target };
        }
        return marked ? this.#found : undefined;
    }
    view(context) {
        const gated = this.#gated;
        const mark = gated && embedMark(gated.marked, context);
        const waits = mark && !this.#close && this.#verdict(mark, context) !== 'accept';
        this.toggleAttribute('open', !!waits);
        this.toggleAttribute('beside', !!gated && !this.contains(gated.target));
        const look = () => this.requestUpdate();
        const box = waits ? this.#box(gated, mark, context) : nothing;
        // A list, so that no space is between them: in the middle of a line, WebKit would give the line its height.
        return [
            html `<slot @slotchange=${look}></slot>`,
            html `<p role="status" class="visually-hidden">${this.said}</p>`,
            box,
        ];
    }
    #box(what, mark, context) {
        const t = context.texts('embed');
        const { name, label, missing, why, without, policy } = embedTexts(what, mark, context);
        // Scripts are run in their order by the gate alone.
        const once = !(what.target instanceof HTMLTemplateElement && what.target.content.querySelector('script'));
        const allow = (part, text) => html `<button
        type="button"
        part=${part}
        @click=${(event) => this.#allow(part, event, { mark, name })}
      >
        ${text}
      </button>`;
        return html `<div part="box" role="group" aria-label=${label}>
      <p class="missing">${missing}</p>
      <p>${why}</p>
      ${without ? html `<p>${without}</p>` : nothing}
      <div class="row choices">${once ? allow('once', t.once) : nothing}${allow('always', t.always)}</div>
      <div class="row">
        ${once ? html `<span>${t.onceHint}</span>` : nothing}
        <button type="button" @click=${() => context.openPart('settings')}>${t.settings}</button>
        ${policy ? html `<a href=${policy.href} target="_blank" rel="noopener noreferrer">${policy.text}</a>` : nothing}
      </div>
    </div>`;
    }
    updated() {
        const target = this.#gated?.target;
        const box = this.renderRoot.querySelector('[part=box]');
        this.#place(target instanceof HTMLTemplateElement ? undefined : target, !!box && this.isConnected);
        const text = box?.innerText ?? '';
        if (text && text !== this.#hashed) {
            this.#hashed = text;
            void textHash(text).then((hash) => (this.#hash = hash));
        }
    }
    /** Lays the box over the target, which keeps its place and cannot be reached meanwhile; or lets it go. */
    #place(target, waits) {
        const box = this.renderRoot?.querySelector('[part=box]');
        if (waits && box && target && target === this.#placed)
            return;
        this.#unplace?.();
        if (this.#placed)
            this.#placed.inert = false;
        this.#unplace = this.#placed = undefined;
        if (!waits || !target || !box)
            return;
        this.#placed = target;
        target.inert = true;
        this.#unplace = embedPlace(target, box, this.#sheet);
    }
    #verdict({ purpose, service }, { consent }) {
        return consent.verdict(purpose, service?.id);
    }
    #allow(how, { isTrusted }, { mark, name }) {
        const { context } = this;
        const target = this.#gated?.target;
        if (!context || !target)
            return;
        const { consent, locale } = context;
        if (!isTrusted) {
            console.warn('cookie-modes: a click that no visitor made cannot accept; use answer() for the site’s own word.');
            return;
        }
        const { shown, shownContent } = context.texts('embed');
        this.said = name ? fill(shown, { service: name }) : shownContent;
        this.#entering = true;
        if (how === 'once') {
            this.#since = [consent.choice?.time, this.#verdict(mark, context)];
            this.#close = openOnce(target);
            this.requestUpdate();
            void this.#enter();
        }
        else {
            const { purpose, service } = mark;
            consent.answer(service ? { services: { [service.id]: 'accept' } } : { purposes: { [purpose]: 'accept' } }, {
                given: 'button',
                language: locale,
                text: this.#hash,
            });
        }
    }
    /** Puts the focus into what this placeholder's own button has brought. */
    async #enter() {
        if (!this.#entering)
            return;
        this.#entering = false;
        await this.updateComplete;
        const target = this.#gated?.target;
        if (target)
            embedFocus(target);
    }
    /** What was allowed once ends with the page, or when the visitor chooses anew; an acceptance hands it to the gate. */
    #settle(context) {
        const gated = this.#gated;
        const mark = gated && embedMark(gated.marked, context);
        const [time, before] = this.#since;
        const now = mark && this.#verdict(mark, context);
        const anew = context.consent.choice?.time !== time;
        if (!this.#close || !(anew || now === 'accept' || (now === 'refuse' && before !== 'refuse')))
            return;
        this.#close();
        this.#close = undefined;
        this.said = '';
    }
}

/** The cookie table: a table where there is room, a stack of labelled lines where there is not. */
const tableStyles = css `
  :host {
    display: block;
    container-type: inline-size;
    overflow-wrap: anywhere;
    /* It stands in the page's text, on the page's ground: its colours and its type are the page's. */
    font: inherit !important;
    color: inherit !important;
    color-scheme: inherit !important;
    --_border: currentcolor;
  }
  table {
    inline-size: 100%;
    margin-block-end: 2rem;
    border-collapse: collapse;
  }
  caption {
    padding-block: 0.5rem;
    text-align: start;
  }
  caption > *,
  .provider {
    display: block;
  }
  caption strong {
    font-size: 1.125em;
  }
  .now > span {
    font-weight: 600;
  }
  th,
  td {
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_border);
    text-align: start;
    vertical-align: top;
  }
  tbody th {
    font-weight: 600;
  }
  @container (inline-size < 44rem) {
    table,
    caption,
    tbody,
    tr,
    th,
    td {
      display: block;
    }
    thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    tr {
      margin-block-end: 0.75rem;
      border: 1px solid var(--_border);
    }
    th,
    td {
      display: grid;
      grid-template-columns: minmax(7rem, 2fr) minmax(0, 5fr);
      gap: 0 0.75rem;
      border: 0;
    }
    /* The header is read out as a header already; here it is for the eye. */
    [data-label]::before {
      content: attr(data-label);
      content: attr(data-label) / '';
      font-weight: 600;
    }
  }
  /* Too narrow for two columns, as with very large text. */
  @container (inline-size < 16rem) {
    th,
    td {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media print {
    tr {
      break-inside: avoid;
    }
  }
`;

/**
 * What the site declares to store, a table for each purpose, and in words what of it is allowed now.
 * @tag cookie-modes-table
 * @summary The cookie declaration, for the policy page; follows the visitor's choice.
 * @csspart table
 */
class TableElement extends BaseElement {
    static { this.styles = [baseStyles, tableStyles]; }
    view(context) {
        const { declaration } = context.consent;
        return purposesOf(declaration).map((purpose) => {
            const rows = [
                ...(purpose === 'necessary'
                    ? storedAnyway(context).map((item) => this.#row(context, purpose, item, undefined))
                    : []),
                ...servicesOf(declaration, purpose).flatMap((service) => {
                    const stored = storedBy(context, service);
                    return (stored[0] ? stored : [undefined]).map((item) => this.#row(context, purpose, item, service));
                }),
            ];
            return this.#table(context, purpose, rows);
        });
    }
    #table(context, purpose, rows) {
        const t = context.texts('table');
        const label = purposeText(purpose, 'label', context);
        const description = purposeText(purpose, 'description', context);
        const now = this.#now(context, purpose);
        // A column that says nothing in any row is left out.
        const shown = rows.map((row) => row.filter((_, index) => rows.some((other) => other[index]?.[1])));
        const [first = []] = shown;
        // The roles say again what the elements are: laid out as blocks on a narrow screen, they would be tables no more in some browsers.
        return html `<table role="table" part="table" data-purpose=${purpose}>
      <caption>
        <strong>${fill(t.captionFor, { purpose: label?.text ?? purpose })}</strong>
        ${description ? html `<span>${spoken(description)}</span>` : nothing}
        <span class="now"><span>${t.now}</span> ${now}</span>
      </caption>
      ${first[0]
            ? html `<thead role="rowgroup">
                <tr role="row">
                  ${first.map(([label]) => html `<th role="columnheader" scope="col">${label}</th>`)}
                </tr>
              </thead>
              <tbody role="rowgroup">
                ${shown.map((row) => html `<tr role="row">
                      ${row.map((cell, index) => this.#cell(cell, index))}
                    </tr>`)}
              </tbody>`
            : html `<tbody role="rowgroup">
              <tr role="row">
                <td role="cell">${context.texts('time').notStated}</td>
              </tr>
            </tbody>`}
    </table>`;
    }
    #cell([label, value], index) {
        return index
            ? html `<td role="cell" data-label=${label}><span>${value ?? '–'}</span></td>`
            : html `<th role="rowheader" scope="row" data-label=${label}><span>${value}</span></th>`;
    }
    #row(context, purpose, item, service) {
        const t = context.texts('table');
        const description = item?.description ?? context.localized(service?.description);
        const provider = service && context.localized(service.provider);
        return [
            [
                t.name,
                item ? html `<code dir="ltr">${item.name}</code>` : spoken(service && serviceName(context, service)),
            ],
            [
                t.service,
                service
                    ? html `${spoken(serviceName(context, service))}${provider ? html ` <span class="provider">${spoken(provider)}</span>` : nothing}`
                    : undefined,
            ],
            [t.description, description ? spoken(description) : undefined],
            [t.kind, item ? kindInWords(context, item) : undefined],
            [t.kept, item ? keptInWords(context, item.kept) : undefined],
            [t.now, this.#now(context, purpose, service, item?.kinds.includes('cookie') ? item.name : undefined)],
        ];
    }
    #now(context, purpose, service, cookie) {
        return purpose === 'necessary'
            ? context.texts('table').nowNecessary
            : nowInWords(context, context.consent.verdict(purpose, service?.id, cookie));
    }
}

export { CookieModesElement as C, EmbedElement as E, QuestionElement as Q, SettingsDialogElement as S, TableElement as T, CookieModesSettingsElement as a, currentContext as b, createContext as c, embedTarget as e, provide as p };
