import {Consent} from '../core/consent.ts';
import {memoryStorage} from '../core/storage-port.ts';
import {declare} from './declare.ts';
import {readTag} from './read-tag.ts';
import {startWith} from './start.ts';
import type {GateDetail} from '../core/events.ts';
import type {PurposeJar} from '../storage/purpose-jar.ts';
import type {Undoer} from './undoing.ts';

/** One part of the user interface, in a file of its own. */
export interface Part<Context> {
  /** @param held the marked elements that wait at this moment */
  attach(context: Context, held: readonly GateDetail[]): unknown;
  /** Shows what is not shown by itself. */
  open?(): void;
}

/** Where texts in other languages come from. */
export interface Languages<Messages> {
  /** BCP 47 tags. */
  readonly available: readonly string[];
  load(tag: string): Promise<Messages>;
}

/** Fetches the files that are needed only sometimes. */
export interface Parts<Context, Messages> {
  ui(): Promise<
    Part<Context> & {
      ready(consent: Consent<string, PurposeJar>, languages: Languages<Messages>): Promise<Context>;
    }
  >;
  question(): Promise<Part<Context>>;
  settings(): Promise<Part<Context>>;
  embed(): Promise<Part<Context>>;
  table(): Promise<Part<Context>>;
  undo(): Promise<Undoer>;
}

/**
 * Starts from a script tag; shows a part of the user interface only when there is something to show.
 * Never throws: with a configuration that cannot be read, the object is there, allows nothing and asks nothing.
 */
export function boot<Context, Messages>(
  tag: HTMLElement,
  parts: Parts<Context, Messages>,
  languages: Languages<Messages>,
): Consent<string, PurposeJar> {
  let consent: Consent<string, PurposeJar>;
  try {
    consent = startWith(readTag(tag), parts.undo);
  } catch (error) {
    console.error((error as Error).message);
    return new Consent<string, PurposeJar>(declare({policy: {url: ''}}), {
      storage: memoryStorage(),
      closed: true,
    });
  }

  const held = new Map<Element, GateDetail>();
  const shown: Partial<Record<keyof typeof parts, Promise<Part<Context> | void>>> = {};
  const show = (name: Exclude<keyof typeof parts, 'undo'>) =>
    (shown[name] ??= Promise.all([parts[name](), parts.ui().then((ui) => ui.ready(consent, languages))]).then(
      ([part, context]) => {
        part.attach(context, [...held.values()]);
        return part;
      },
    )).catch((error: unknown) => {
      delete shown[name];
      console.error(
        `cookie-modes: "${name}" did not load; what it would ask stays held. Is its file beside this script?`,
        error,
      );
    });
  const look = () => {
    const {decided, signalled, questions, choice, declaration} = consent;
    // While nobody has opened a prerendered page, nothing is asked.
    if ((document as {prerendering?: boolean}).prerendering) return;
    if (!decided || signalled || (choice && choice.policy !== declaration.policy.version)) void show('ui');
    if (questions[0]) void show('question');
  };

  consent.addEventListener('question', look);
  consent.addEventListener('settings', () => show('settings').then((part) => part?.open?.()));
  consent.addEventListener('held', ({detail}) => {
    held.set(detail.element, detail);
    if (detail.element.localName !== 'script') void show('embed');
  });
  consent.addEventListener('released', ({detail}) => held.delete(detail.element));
  document.addEventListener('prerenderingchange', look);
  document.addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest?.('a[href$="#cookie-modes"]');
    if (!link) return;
    event.preventDefault();
    consent.openSettings();
  });
  const elements = () => {
    for (const [selector, name] of [
      ['cookie-modes,cookie-modes-settings:empty', 'ui'],
      ['cookie-modes-table', 'table'],
      ['cookie-modes-embed', 'embed'],
    ] as const) {
      if (document.querySelector(selector)) void show(name);
    }
  };
  document.addEventListener('DOMContentLoaded', elements);
  look();
  return consent;
}
