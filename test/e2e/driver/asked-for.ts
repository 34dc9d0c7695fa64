import {poll} from './poll.ts';

/** Waits until each pattern fits an address of those asked for: a page may be ready before its pictures and frames have been sent for. */
export const askedFor = (addresses: () => readonly string[], ...patterns: readonly RegExp[]) =>
  poll(`${patterns.join(' ')} asked for`, async () => {
    const seen = addresses();
    return patterns.every((one) => seen.some((address) => one.test(address)))
      ? {answer: seen}
      : {reason: seen.join()};
  });
