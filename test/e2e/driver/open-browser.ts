import type {EngineName} from '../../browsers/engine-names.ts';
import type {Browser, Media} from './browser.ts';
import {puppeteerBrowser} from './puppeteer-browser.ts';
import {webkitBrowser} from './webkit-browser.ts';

/** Starts a browser with a profile of its own; `media` can be given at start in every engine (no forced colours in WebKit). */
export function openBrowser(engine: EngineName, media: Media = {}): Promise<Browser> {
  return engine === 'webkit' ? webkitBrowser(media) : puppeteerBrowser(engine, media);
}
