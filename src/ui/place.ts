import type {Detach} from '../core/attachment.ts';

/** How often an element that somebody takes out of a body comes back: a script that removes it each time must not be fought for ever. */
const patience = 20;

/** Keeps an element first in the body, also when the body is replaced, unless the site has one of its own. */
export function place(tag: string): Detach {
  const own = document.createElement(tag);
  let left = patience;
  let last: HTMLElement | undefined;
  const keep = () => {
    const {body} = document;
    if (body !== last) left = patience;
    last = body;
    const theirs = [...document.querySelectorAll(tag)].some((element) => element !== own);
    if (theirs) own.remove();
    else if (body && !own.isConnected && left-- > 0) body.prepend(own);
    observer.disconnect();
    observer.observe(document.documentElement, {childList: true});
    if (body) observer.observe(body, {childList: true});
  };
  const observer = new MutationObserver(keep);
  keep();
  // The site's own may stand deeper in what has not been parsed yet.
  document.addEventListener('DOMContentLoaded', keep);
  return () => {
    observer.disconnect();
    document.removeEventListener('DOMContentLoaded', keep);
    own.remove();
  };
}
