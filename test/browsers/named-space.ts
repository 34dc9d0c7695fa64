import type {Page} from 'puppeteer-core';

/** Lets `Space` be pressed by its name in Firefox too, where puppeteer only knows the character. */
export function namedSpace(page: Page): Page {
  const {keyboard} = page;
  const press = keyboard.press.bind(keyboard);
  keyboard.press = (key, options) => press(key === 'Space' ? ' ' : key, options);
  return page;
}
