import type {Page, PageFunction} from './browser.ts';
import {findInPage, type ClickWatch} from './find-in-page.ts';
import {pageScript} from './page-script.ts';
import {poll} from './poll.ts';

/** The few things an engine does by itself; all else about a page is the same in all of them. */
export interface Native {
  /** Evaluates an expression that gives a promise. */
  run(expression: string): Promise<unknown>;
  clickAt(x: number, y: number): Promise<void>;
  typeText(text: string): Promise<void>;
}

/** The part of a page that is built from what the engine does by itself. */
export function pageActions(native: Native): Pick<Page, 'evaluate' | 'waitFor' | 'click' | 'type'> {
  const evaluate = async <A extends readonly unknown[], T>(run: PageFunction<A, T>, ...args: A): Promise<T> =>
    (await native.run(pageScript(run as PageFunction<never, T>, args))) as T;

  const find = (selector: string) =>
    poll(`click "${selector}"`, async () => {
      const place = await evaluate(findInPage, selector);
      return 'reason' in place ? place : {answer: place};
    });
  const click = async (selector: string) => {
    for (let tries = 0; tries < 20; tries++) {
      const {x, y} = await find(selector);
      await native.clickAt(x, y);
      // A page that the click has left cannot answer: it was not missed.
      const missed = await evaluate(() => !!(globalThis as ClickWatch).clickMissed).catch(() => false);
      if (!missed) return;
    }
    throw new Error(`click "${selector}": it has moved away each time`);
  };

  return {
    evaluate,
    click,
    waitFor: (run, ...args) =>
      poll(`waitFor ${String(run).replace(/\s+/g, ' ').slice(0, 200)} ${JSON.stringify(args)}`, async () => {
        const answer = await evaluate(run, ...args);
        return answer ? {answer} : {reason: `the last answer was ${JSON.stringify(answer)}`};
      }),
    async type(selector, text) {
      await click(selector);
      await native.typeText(text);
    },
  };
}
