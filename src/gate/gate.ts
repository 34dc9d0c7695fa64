import {nameOnce, tagOf} from './name-once.ts';
import {readMark, writeMark} from './read-mark.ts';
import {refuseWrite} from './refuse-write.ts';
import {runQueue} from './run-queue.ts';
import {setUrls} from './set-urls.ts';
import {unfinished} from './unfinished.ts';
import type {Attachment} from '../core/attachment.ts';
import type {Gated, Mark} from './read-mark.ts';

const gated =
  ':is(script,template,link,audio,video,picture,[src],[data-src],[data-srcset],[data-poster]):is([data-purpose],[data-service]),script[src],iframe[src]';

/**
 * Holds back what is marked with `data-purpose` or `data-service` until it is allowed: scripts (`type="text/plain"`), whatever
 * has `data-src`, `data-srcset`, `data-poster` or, a link, `data-href`, and templates. A withdrawal closes all but scripts again.
 *
 * An extra net, no promise: scripts and frames that nobody marked, but whose URL a declared service names. The browser has
 * fetched such a script by then; it is kept from running. Scripts that other scripts insert are not stopped.
 */
export const gate: Attachment = (consent) => {
  const off = new AbortController();
  const {signal} = off;
  const name = nameOnce();
  const read = readMark(consent, name);
  /** The nodes that came out of what is open; none out of what is shut. A script stays open: it runs once. */
  const states = new WeakMap<Element, readonly Node[] | undefined>();
  // Under `strict-dynamic`, what we move may run although the page's policy keeps it from running where it stands.
  // Browsers empty the attribute of a nonce that counts.
  const nonce = document.querySelector<HTMLScriptElement>('script[nonce=""]')?.nonce;
  let again = false;

  const release = (mark: Mark) => {
    consent.held.delete(mark.element);
    consent.tell('released', mark);
  };

  const {queue, run} = runQueue((script) => {
    const mark = read(script);
    if (!script.isConnected || states.has(script) || mark?.answer !== 'accept') return;
    if (nonce && script.nonce !== nonce) return name(`${tagOf(script)} stays shut: write the page's nonce`);
    states.set(script, []);
    return mark;
  }, release);

  const makeInert = (script: Gated, mark: Mark) => {
    if (script.type) script.dataset['type'] = script.type;
    script.type = 'text/plain';
    writeMark(script, mark);
  };

  const scan = (root: Node) => {
    if (root instanceof Element && root.matches(gated)) look(root as Gated);
    if (root instanceof Element || root instanceof Document)
      root.querySelectorAll<Gated>(gated).forEach(look);
  };

  const look = (element: Gated) => {
    const mark = read(element);
    if (!mark) return;
    const {purpose, service, answer} = mark;
    const accepted = element.isConnected && answer === 'accept';
    const nodes = states.get(element);
    const early = () =>
      name(`${tagOf(element)} comes too early: write data-src for src, type="text/plain" for a script`);
    if (accepted && unfinished(element)) again = true;
    else if (element instanceof HTMLScriptElement) {
      if (element.type !== 'text/plain') {
        if (nodes || !unfinished(element)) return;
        early();
        makeInert(element, mark);
      }
      if (accepted) queue.add(element);
    } else if (!states.has(element) || accepted !== !!nodes) {
      const content = element instanceof HTMLTemplateElement && element.content;
      states.set(element, accepted ? [...(content ? content.childNodes : [])] : undefined);
      if (!content) {
        if (setUrls(element, accepted, !!nodes) && element.isConnected) early();
        if (!accepted) writeMark(element, mark);
      } else if (accepted) {
        content.querySelectorAll<Gated>('script:not([type="text/plain"])').forEach((script) => {
          if (!states.has(script)) makeInert(script, mark);
        });
        element.after(content);
      } else content.append(...(nodes ?? []));
      if (accepted) release(mark);
      // In their place in the order, before what follows the template.
      states.get(element)?.forEach(scan);
    }
    if (!element.isConnected) consent.held.delete(element);
    if (accepted || !element.isConnected) return;
    const known = consent.held.has(element);
    consent.held.set(element, mark);
    if (!known) consent.tell('held', mark);
    if (answer === 'notify') {
      consent.ask({
        kind: service ? 'service' : 'purpose',
        id: service ?? purpose,
        attempt: element.src || (element.dataset['src'] ?? 'inline'),
        time: Date.now(),
      });
    }
  };

  const digest = (records: readonly MutationRecord[]) => {
    // Nothing is asked or opened on a page that nobody has opened yet.
    if (signal.aborted || (document as {prerendering?: boolean}).prerendering) return;
    const all = again;
    again = false;
    // What left the page is shut too, so that it does not load again by coming back after a withdrawal.
    const nodes = new Set<Node | null>(
      records.flatMap(({addedNodes, removedNodes}) => [...addedNodes, ...removedNodes]),
    );
    for (const node of nodes) if (node && !nodes.has(node.parentNode)) scan(node);
    if (all) scan(document);
    run();
  };
  const observer = new MutationObserver(digest);
  const pass = () => {
    again = true;
    digest(observer.takeRecords());
  };
  const detachWrite = refuseWrite((script) => {
    const late = !!script && states.has(script);
    if (late) name(`${tagOf(script)} may not erase the page by document.write: use its asynchronous form`);
    return late;
  });
  observer.observe(document, {childList: true, subtree: true});
  // Not at once: an answer that is taken back in the same breath opens nothing.
  consent.addEventListener('change', () => queueMicrotask(pass), {signal});
  for (const event of ['readystatechange', 'prerenderingchange']) {
    document.addEventListener(event, pass, {signal});
  }
  queueMicrotask(pass);

  return () => {
    off.abort();
    observer.disconnect();
    detachWrite();
    queue.clear();
  };
};
