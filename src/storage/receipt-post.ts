import {stay} from '../core/attachment.ts';
import type {Attachment} from '../core/attachment.ts';

/** Milliseconds before each further attempt. */
const pauses = [1000, 5000];

/**
 * Posts a copy of each receipt, as JSON, to `record.receiptUrl`; without one, nothing. Nothing waits for it. Every open tab hears of a
 * choice and posts it: the receiver tells copies by their id.
 */
export const receiptPost: Attachment = (consent) => {
  const {receiptUrl} = consent.declaration.record;
  if (!receiptUrl) return stay;
  const end = new AbortController();
  const {choice} = consent;
  // A choice made on this page, before this file came, is still to be posted. Times of records are whole seconds.
  const isNew = choice && Date.parse(choice.time) + 1000 > performance.timeOrigin;
  let posted = isNew ? undefined : choice?.id;

  const fetchOnce = async (body: string, [pause, ...later]: readonly number[]): Promise<void> => {
    try {
      const headers = {'content-type': 'application/json'};
      const {ok} = await fetch(receiptUrl, {
        method: 'POST',
        body,
        headers,
        keepalive: true,
        signal: end.signal,
      });
      if (ok) return;
    } catch {
      // Offline, blocked or ended.
    }
    if (pause === undefined || end.signal.aborted) return;
    const timer = setTimeout(() => void fetchOnce(body, later), pause);
    end.signal.addEventListener('abort', () => clearTimeout(timer));
  };
  const post = () => {
    const receipt = consent.receipt();
    if (!receipt || receipt.id === posted) return;
    posted = receipt.id;
    const body = JSON.stringify(receipt);
    let queued = false;
    try {
      // Outlives the page, where a visitor chooses and leaves.
      queued = navigator.sendBeacon(receiptUrl, new Blob([body], {type: 'application/json'}));
    } catch {
      // Not every address can be posted to.
    }
    if (!queued) void fetchOnce(body, pauses);
  };
  consent.addEventListener('change', post);
  post();
  return () => {
    consent.removeEventListener('change', post);
    end.abort();
  };
};
