import {visibleCookies} from './native-cookie.ts';
import type {Trace} from '../core/undone.ts';

/** Cookies and storage keys that scripts of this page can see now. */
export function present(): Pick<Trace, 'kind' | 'name'>[] {
  const keys = (area: 'localStorage' | 'sessionStorage') => {
    try {
      return Object.keys(window[area]);
    } catch {
      return []; // Blocked storage has nothing to show.
    }
  };
  return [
    ...visibleCookies().map((pair) => ({kind: 'cookie', name: pair.split('=', 1)[0] ?? ''}) as const),
    ...keys('localStorage').map((name) => ({kind: 'local-storage', name}) as const),
    ...keys('sessionStorage').map((name) => ({kind: 'session-storage', name}) as const),
  ];
}
