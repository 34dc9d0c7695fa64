import type {Detach} from '../core/attachment.ts';

/**
 * How often in a row an element that somebody takes out of the body comes back, and milliseconds after which it may once more: routers
 * take it out now and then, but a script that removes it each time must not be fought for ever.
 */
const patience = 20;
const calm = 1000;

/** Keeps an element first in the body, also when the body is replaced, as long as the site has none of its own. */
export function place(tag: string): Detach {
  const own = document.createElement(tag);
  let left = patience;
  let last = 0;
  const keep = () => {
    const {body} = document;
    const now = performance.now();
    left = Math.min(patience, left + (now - last) / calm);
    last = now;
    const theirs = [...document.getElementsByTagName(tag)].some((element) => element !== own);
    if (theirs) own.remove();
    else if (body && !own.isConnected && left >= 1) {
      left--;
      body.prepend(own);
    }
  };
  // The site's own may stand anywhere, and come and go with a view.
  const observer = new MutationObserver(keep);
  observer.observe(document.documentElement, {childList: true, subtree: true});
  keep();
  return () => {
    observer.disconnect();
    own.remove();
  };
}
