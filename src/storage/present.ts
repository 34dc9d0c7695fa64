import {visibleCookies} from './native-cookie.ts';
import type {Trace} from '../core/undone.ts';

/** Cookies and storage keys that scripts of this page can see now. */
export function present(): Pick<Trace, 'kind' | 'name'>[] {
  const keys = (kind: Trace['kind'], area: 'localStorage' | 'sessionStorage') => {
    try {
      return Object.keys(window[area]).map((name) => ({kind, name}));
    } catch {
      return []; // Blocked storage has nothing to show.
    }
  };
  return [
    // What is split has a first part.
    ...visibleCookies().map((cookie) => ({kind: 'cookie', name: cookie.split('=')[0] as string}) as const),
    ...keys('local-storage', 'localStorage'),
    ...keys('session-storage', 'sessionStorage'),
  ];
}
