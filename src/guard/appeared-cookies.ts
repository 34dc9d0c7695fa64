import type {Attachment} from '../core/attachment.ts';
import type {ChangeDetail} from '../core/events.ts';

/** A cookie as Chromium's `cookieStore` describes it; the other engines tell name and value only. */
interface Described extends CookieListItem {
  readonly domain?: string | null;
  readonly path?: string;
  readonly expires?: number | null;
}

/** What is not described is left out: how long the cookie stays, and where, is then not known. */
const attemptOf = (pair: string, {path, domain, expires}: Described = {}) =>
  pair +
  (domain ? `;domain=${domain}` : '') +
  (path ? `;path=${path}` : '') +
  (expires ? `;expires=${new Date(expires).toUTCString()}` : '');

/**
 * Asks whether to keep cookies that are there without the guard having let them through: set by the server or by a frame, or
 * left from before.
 * @param undo called when one is there that the visitor refuses
 */
export const appearedCookies =
  (undo: () => void): Attachment =>
  (consent) => {
    let on = true;
    const get = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')?.get;
    const pairs = (): string[] => {
      try {
        return `${get?.call(document)}`.split('; ').filter((pair) => pair.includes('='));
      } catch {
        return []; // Blocked: nothing can appear.
      }
    };
    const nameOf = (pair: string) => pair.split('=', 1)[0] ?? '';
    const store = globalThis.cookieStore as CookieStore | undefined;

    /** Refused cookies that were met: one that cannot be removed must not be tried for ever. */
    const tried = new Set<string>();
    const look = async (met?: readonly string[]) => {
      // The undoing of an earlier choice, under way in this very task, goes first.
      const described: Described[] = store
        ? await store.getAll().catch(() => [])
        : await new Promise((resolve) => setTimeout(resolve, 0, []));
      if (!on) return;
      let refused = false;
      for (const pair of pairs()) {
        const id = nameOf(pair);
        const verdict = consent.decide(id);
        if (met?.includes(id) && verdict === 'refuse' && !tried.has(pair)) {
          tried.add(pair);
          refused = true;
        }
        if (verdict === 'notify' && (!met || met.includes(id)) && !consent.question('cookie', id)) {
          const attempt = attemptOf(
            pair,
            described.find(({name}) => name === id),
          );
          consent.ask({kind: 'cookie', id, attempt, time: Date.now(), appeared: true});
        }
      }
      if (refused) undo();
    };

    let seen = pairs();
    /** Without cookieStore (plain http), what is new can only be found by looking. */
    const compare = () => {
      const before = seen;
      seen = pairs();
      void look(seen.filter((pair) => !before.includes(pair)).map(nameOf));
    };
    const changed = ({changed}: CookieChangeEvent) => void look(changed.map(({name = ''}) => name));
    // What an earlier choice had let in is for the undoing to remove; what is there afterwards is asked about.
    const chosen = ({detail}: CustomEvent<ChangeDetail>) => void (detail.before || look());
    const undone = () => void look();

    consent.addEventListener('change', chosen);
    consent.addEventListener('undone', undone);
    store?.addEventListener('change', changed);
    const glances = store
      ? []
      : ([
          [document, 'visibilitychange'],
          [window, 'focus'],
          [consent, 'change'],
        ] as const);
    for (const [target, name] of glances) target.addEventListener(name, compare);
    void look(seen.map(nameOf));
    return () => {
      on = false;
      consent.removeEventListener('change', chosen as EventListener);
      consent.removeEventListener('undone', undone);
      store?.removeEventListener('change', changed);
      for (const [target, name] of glances) target.removeEventListener(name, compare);
    };
  };
