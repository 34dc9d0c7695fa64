import type {Page} from '../e2e/driver/browser.ts';

/** Waits until the page is drawn; WebKitGTK draws one that nothing moves in only when it is asked for a frame. */
export const drawn = (page: Page) =>
  page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
