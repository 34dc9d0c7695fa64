import {remount} from './remount.ts';

/** How long an external script may hold up inline ones, in milliseconds. */
const patience = 20_000;

/**
 * Runs scripts in the order in which they were added. External ones load side by side, inline ones wait for those before
 * them, `async` ones wait for nothing; an error counts like a load.
 * @param may asked directly before a script runs
 * @param ran told directly after
 * @returns where to add scripts, and how to run those whose turn it is
 */
export function runQueue<Permit>(
  may: (script: HTMLScriptElement) => Permit | void,
  ran: (permit: Permit) => void,
) {
  const queue = new Set<HTMLScriptElement>();
  const awaited = new Set<HTMLScriptElement>();
  const run = () => {
    let blocked = false;
    for (const script of queue) {
      const external = script.hasAttribute('src');
      const free = script.hasAttribute('async');
      blocked ||= !external && !free && awaited.size > 0;
      if (blocked && !free) continue;
      queue.delete(script);
      const permit = may(script);
      if (!permit) continue;
      // One made with `async = false` blocks nothing. One that `innerHTML` brought in looks the same and never runs, as without
      // a gate; in Firefox it looks like all others, and only patience helps.
      if (external && !free && script.async && !script.noModule) {
        const settle = () => {
          awaited.delete(script);
          run();
        };
        awaited.add(script);
        script.addEventListener('load', settle);
        script.addEventListener('error', settle);
        setTimeout(settle, patience);
      }
      if (!free) script.async = false;
      script.type = script.dataset['type'] ?? 'text/javascript';
      remount(script);
      ran(permit);
    }
  };
  return {queue, run};
}
