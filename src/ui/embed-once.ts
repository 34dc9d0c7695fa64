import {safeUrl} from './safe-url.ts';

const names = ['src', 'srcset', 'poster'] as const;
const sources = ':is(audio,video,picture)>:is([data-src],[data-srcset])';

/** Takes what was shown away again. */
export type Close = () => void;

/**
 * Shows one held element for as long as the page lasts, without an answer: it gets the URLs that its `data-` attributes keep, as the gate
 * would give them. The gate leaves a URL that it did not give alone, and knows of no answer: nothing else opens.
 */
export function openOnce(target: HTMLElement): Close {
  if (target instanceof HTMLTemplateElement) {
    const {content} = target;
    const nodes = [...content.childNodes];
    // Under `strict-dynamic` what we insert may run although the page's policy would keep it from running.
    const nonce = document.querySelector<HTMLScriptElement>('script[nonce=""]')?.nonce;
    for (const script of content.querySelectorAll('script'))
      if (nonce && script.nonce !== nonce) script.type = 'text/plain';
    target.after(content);
    return () => content.append(...nodes);
  }
  const given: (readonly [HTMLElement, string])[] = [];
  const picture = target.closest('picture') ?? target;
  for (const element of [target, ...picture.querySelectorAll<HTMLElement>(sources)]) {
    for (const name of names) {
      const url = element.getAttribute(`data-${name}`);
      // Sanitizers let `data-` attributes through: a script must not hide in one.
      if (url === null || (name === 'src' && !safeUrl(url))) continue;
      element.setAttribute(name, url);
      given.push([element, name]);
    }
  }
  const load = () => void (target instanceof HTMLMediaElement && target.load());
  load();
  return () => {
    for (const [element, name] of given) element.removeAttribute(name);
    load();
    // Put in anew, a frame has forgotten its page and leaves no entry in the history.
    if (target.matches('iframe,object,embed') && target.isConnected) target.replaceWith(target);
  };
}
