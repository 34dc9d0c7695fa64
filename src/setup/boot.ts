import {stay} from '../core/attachment.ts';
import {Consent} from '../core/consent.ts';
import {prerendering} from '../storage/native-cookie.ts';
import {declare} from './declare.ts';
import {readTag} from './read-tag.ts';
import {openByLink} from './open-by-link.ts';
import {startWith} from './start.ts';
import type {Attachment} from '../core/attachment.ts';
import type {PurposeJar} from '../storage/purpose-jar.ts';
import type {Undoer} from './undoing.ts';

/** One part of the user interface, in a file of its own. */
export interface Part<Context> {
  attach(context: Context): unknown;
  /** Shows what is not shown by itself. */
  open?(): void;
}

/** Where texts in other languages come from. */
export interface Languages<Messages> {
  /** BCP 47 tags. */
  readonly available: readonly string[];
  load(tag: string): Promise<Messages>;
}

/** What lies in files of its own, since it is needed only sometimes; the names are those of the files. */
export interface Parts<Context, Messages> {
  ui: Part<Context> & {
    ready(consent: Consent<string, PurposeJar>, languages: Languages<Messages>): Promise<Context>;
  };
  question: Part<Context>;
  settings: Part<Context>;
  embed: Part<Context>;
  table: Part<Context>;
  gate: {readonly gate: Attachment};
  undo: Undoer;
}

/** Fetches one of them. */
export type FetchPart<All> = <Name extends keyof All>(name: Name) => Promise<All[Name]>;

/**
 * Starts from a script tag; shows a part of the user interface only when there is something to show.
 * Never throws: with a configuration that cannot be read, the object is there, allows nothing and asks nothing.
 */
export function boot<Context, Messages>(
  tag: HTMLElement,
  fetchPart: FetchPart<Parts<Context, Messages>>,
  languages: Languages<Messages>,
): Consent<string, PurposeJar> {
  type Name = Exclude<keyof Parts<Context, Messages>, 'undo'>;
  const loaded: Partial<Record<Name, Promise<Part<Context> | void>>> = {};
  let consent: Consent<string, PurposeJar>;
  let told: boolean | undefined;

  const load = (name: Name): Promise<Part<Context> | void> =>
    (loaded[name] ??= (
      name === 'gate'
        ? fetchPart(name).then(({gate}) => void gate(consent))
        : Promise.all([fetchPart(name), fetchPart('ui').then((ui) => ui.ready(consent, languages))]).then(
            ([part, context]) => {
              part.attach(context);
              return part;
            },
          )
    ).catch((error: unknown) => {
      // Nor is it tried again: a browser remembers that a module is missing.
      if (told) return;
      told = true;
      console.error(`cookie-modes-${name}.js must lie beside cookie-modes.js.`, error);
    }));

  /** Loads what elements on the page need; a gated script is inert until the gate is there. */
  const look = () => {
    for (const [selector, name] of [
      ['[data-purpose],[data-service]', 'gate'],
      ['cookie-modes,cookie-modes-settings:empty', 'ui'],
      ['cookie-modes-table', 'table'],
      ['cookie-modes-embed', 'embed'],
    ] as const) {
      if (!loaded[name] && document.querySelector(selector)) void load(name);
    }
  };
  const ask = () => {
    const {decided, signalled, questions, choice, declaration} = consent;
    if (prerendering()) return;
    if (!decided || signalled || (choice && choice.policy !== declaration.policy.version)) void load('ui');
    if (questions[0]) void load('question');
  };

  try {
    consent = startWith(
      readTag(tag),
      () => {
        new MutationObserver(look).observe(document, {childList: true, subtree: true});
        return stay;
      },
      () => fetchPart('undo'),
    );
  } catch (error) {
    console.error((error as Error).message);
    return new Consent<string, PurposeJar>(declare({policy: {url: ''}}), {
      storage: {read: () => [], write: () => false, clear() {}},
      shut: true,
    });
  }
  // An earlier tag has done all this.
  if (consent === window.cookieModes) return consent;
  consent.addEventListener('question', ask);
  consent.addEventListener('settings', () => {
    void load('ui'); // confirms what is chosen there
    void load('settings').then((part) => part?.open?.());
  });
  consent.addEventListener('held', ({detail}) => {
    if (detail.element.localName !== 'script') void load('embed');
  });
  document.addEventListener('prerenderingchange', ask);
  document.addEventListener('click', openByLink(consent));
  look();
  ask();
  return consent;
}
