import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import type {Consent} from '../../src/core/consent.ts';
import type {Page} from './driver/browser.ts';
import type {Visitor} from './driver/for-each-engine.ts';
import {poll} from './driver/poll.ts';

declare const cookieModes: Consent;

/** The built files, or those of another build. */
export const dist = pathToFileURL(`${resolve(process.env['BUILD_DIR'] ?? 'dist')}/`);

/**
 * Names of the cookies that really are in the jar, but for the record, and for the empty ones by which the undoing looks for hidden
 * cookies: gone within the same step, they can still be met from outside the page.
 */
export const jarOf = async (page: Page) =>
  (await page.cookies())
    .filter(({name, value}) => value !== '' && name !== 'cookie_consent')
    .map(({name}) => name)
    .sort();
/** Waits until the jar is as wished. */
export const jarHas = async (page: Page, wanted: (names: string[]) => boolean, what: string) =>
  poll(`the jar: ${what}`, async () => {
    const names = await jarOf(page);
    return wanted(names) ? {answer: names} : {reason: names.join()};
  });
/** Names of the keys in both areas of Web Storage. */
export const keysOf = (page: Page) =>
  page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].sort());
/** The record as it is stored. */
export const recordOf = async (page: Page) =>
  (await page.cookies()).find(({name}) => name === 'cookie_consent')?.value ?? '';

/** Waits for the card about something; answers how many there are. */
export const card = (page: Page, text: string) =>
  page.waitFor((text: string) => {
    const element = document.querySelector('cookie-modes-question[open]');
    return element?.querySelector('[slot=heading]')?.textContent?.includes(text) ? element.textContent : '';
  }, text);
/** Waits until nothing is asked. */
export const noCard = (page: Page) =>
  page.waitFor(
    () =>
      !document.querySelector('cookie-modes-question[open]') &&
      !document.querySelector('cookie-modes-question [data-answer]'),
  );
/** A press counts from 300 ms after the card has come: one meant for what stood there before does not. */
export const press = async (page: Page, answer: 'accept' | 'refuse') => {
  await new Promise((resolve) => setTimeout(resolve, 350));
  await page.click(`cookie-modes-question button[data-answer=${answer}]`);
};
/** Runs in the page: what the open card says, or nothing. */
export const cardText = () => {
  const element = document.querySelector('cookie-modes-question[open]');
  return element?.querySelector('[data-answer]') ? (element.textContent ?? '') : '';
};
/** Waits for any card; answers what it says. */
export const anyCard = (page: Page) => page.waitFor(cardText);
/** Opens a page and presses "Notify me" in its notice. */
export async function notified(visitor: Visitor, url: string): Promise<Page> {
  const page = await visitor.newPage();
  await page.goto(url);
  await page.click('cookie-modes button[data-mode=notify]');
  await page.waitFor(() => cookieModes.mode === 'notify');
  return page;
}
