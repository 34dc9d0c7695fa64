import type {EngineName} from '../../browsers/engine-names.ts';
import type {LaunchMedia} from '../../browsers/launch-options.ts';

/** What runs inside the page: a function that closes over nothing, or an expression. */
export type PageFunction<A extends readonly unknown[], T> = ((...args: A) => T | Promise<T>) | string;

/** A cookie as the engine's own store tells it, `HttpOnly` included. */
export interface Cookie {
  name: string;
  value: string;
  domain: string;
  path: string;
  secure: boolean;
  httpOnly: boolean;
  sameSite: string;
  /** Seconds since 1970; left out for a session cookie. */
  expires?: number;
}

/** How a page can be shown. */
export type Media = LaunchMedia;

/** The inner size of a page in CSS pixels. */
export interface Size {
  width: number;
  height: number;
}

/**
 * One tab. Selectors look into open shadow roots; `a >>> b` finds `b` inside `a`, across shadow boundaries;
 * `button:has-text("Accept")` asks for a text or an `aria-label`.
 */
export interface Page {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  url(): Promise<string>;
  /** Runs in the page; arguments and result travel as JSON. */
  evaluate<A extends readonly unknown[], T>(run: PageFunction<A, T>, ...args: A): Promise<T>;
  /** Waits until the function answers something truthy, also across navigations, and hands that back. */
  waitFor<A extends readonly unknown[], T>(run: PageFunction<A, T>, ...args: A): Promise<T>;
  /** Waits until the element is there, visible, at rest and not covered, then clicks it with the real mouse. */
  click(selector: string): Promise<void>;
  /** Clicks the element and types with the real keyboard. */
  type(selector: string, text: string): Promise<void>;
  /** Presses a key or a chord: `Tab`, `Shift+Tab`, `Enter`, `Escape`, `Space`, `a`. */
  press(chord: string): Promise<void>;
  setViewport(width: number, height: number): Promise<void>;
  /** Answers whether the engine could show the page that way; WebKit can only at start (see `openBrowser`). */
  emulate(media: Media): Promise<boolean>;
  /** Writes a PNG, after giving the page that size if one is asked for. */
  screenshot(path: string, size?: Size): Promise<void>;
  /** The cookie jar; in WebKit only what would be sent to the page's own address. */
  cookies(): Promise<Cookie[]>;
  /** Console messages and uncaught errors as `type: text`; always empty in WebKit, which cannot tell. */
  readonly messages: readonly string[];
  /** Chromium only: the accessibility tree as the engine computes it. */
  accessibilityTree(): Promise<unknown>;
  /** Chromium only: how many objects of a class of the page are still held by something. */
  instances(className: string): Promise<number>;
  bringToFront(): Promise<void>;
  close(): Promise<void>;
}

/** One running browser with a profile of its own. */
export interface Browser {
  readonly engine: EngineName;
  newPage(): Promise<Page>;
  /** Forgets every page, cookie and storage of this browser: what follows meets a visitor never seen before. */
  fresh(): Promise<void>;
  close(): Promise<void>;
}
