import type {Trace} from '../core/undone.ts';

/** Cookies and storage keys that scripts of this page can see now. */
export function present(): Pick<Trace, 'kind' | 'name'>[] {
  const found: Pick<Trace, 'kind' | 'name'>[] = [];
  const look = (kind: Trace['kind'], names: () => string[]) => {
    try {
      for (const name of names()) found.push({kind, name});
    } catch {
      // Blocked storage has nothing to show.
    }
  };
  look('cookie', () =>
    document.cookie
      .split('; ')
      .filter(Boolean)
      .map((pair) => pair.split('=', 1)[0] ?? ''),
  );
  look('local-storage', () => Object.keys(localStorage));
  look('session-storage', () => Object.keys(sessionStorage));
  return found;
}
