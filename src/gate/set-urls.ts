import {remount} from './remount.ts';

// Sanitizers let `data-` attributes through: no `javascript:` may hide in one.
const harmless = /^\s*(https?:|[^:]*([/?#]|$))/i;

/** What a marked player or picture chooses from, if that is not marked itself. */
const choices = ':is(audio,video,picture)>:is([data-src],[data-srcset]):not([data-purpose],[data-service])';

/**
 * Gives an element the URLs kept in its `data-` attributes, or takes them away again.
 * @returns whether the element came with a URL of its own
 */
export function setUrls(marked: HTMLElement, open: boolean, wasOpen: boolean): boolean {
  let own = false;
  for (const element of [marked, ...marked.querySelectorAll(choices)]) {
    for (const name of ['src', 'srcset', 'poster', 'href']) {
      const kept = element.getAttribute(`data-${name}`);
      const url = element.getAttribute(name);
      if (open) {
        // A list of pictures is nothing that could run.
        if (kept && (name === 'srcset' || harmless.test(kept))) element.setAttribute(name, kept);
        // Beside its `data-` twin, another URL that we did not give is a stand-in; the same one comes from a copy of an open element.
      } else if (url && (wasOpen || !kept || url === kept)) {
        own ||= !kept;
        element.setAttribute(`data-${name}`, kept ?? url);
        element.removeAttribute(name);
        // Without its attribute a frame goes blank too, but leaves an entry in the history.
        if (element.matches('iframe,embed')) remount(element);
      }
    }
  }
  if (!marked.matches('track')) marked.closest<HTMLMediaElement>('audio,video')?.load();
  return own;
}
