import {keyActions, keyCode, mouseActions, pressActions} from './keys.ts';
import type {WebDriverSession} from './webdriver.ts';

const buttons = {left: 0, middle: 1, right: 2} as const;
type Button = keyof typeof buttons;

/**
 * WebKit behind the few calls of a Playwright page that the test runner's commands make,
 * so that `sendKeys`, `sendMouse` and `setViewport` work there as in the other engines.
 */
export interface WebKitPage {
  keyboard: Record<'type' | 'press' | 'down' | 'up', (keys: string) => Promise<void>>;
  mouse: {
    move(x: number, y: number): Promise<void>;
    click(x: number, y: number, options?: {button?: Button}): Promise<void>;
    down(options?: {button?: Button}): Promise<void>;
    up(options?: {button?: Button}): Promise<void>;
  };
  setViewportSize(size: {width: number; height: number}): Promise<void>;
  emulateMedia(): Promise<void>;
}

/** The size of the virtual display, in pixels. */
export const screen = {width: 1920, height: 1400};

/** Gives a WebDriver session the page's inner size in CSS pixels. */
export async function setInnerSize(session: WebDriverSession, width: number, height: number): Promise<void> {
  const script = 'return [outerWidth - innerWidth, outerHeight - innerHeight, innerWidth, innerHeight]';
  const measure = async (tries = 100): Promise<[number, number, number, number]> => {
    try {
      return await session.send('POST', '/execute/sync', {script, args: []});
    } catch (error) {
      // The page of the last test may be on its way out.
      if (!tries || !`${error}`.includes('no such frame')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
      return measure(tries - 1);
    }
  };
  const [dx, dy] = await measure();
  const size = {width: width + dx, height: height + dy};
  // Without a window manager the window under the pointer has the focus: the pointer rests in the middle of the screen.
  const x = Math.max(0, Math.round((screen.width - size.width) / 2));
  const y = Math.max(0, Math.round((screen.height - size.height) / 2));
  await session.send('POST', '/window/rect', {x, y, ...size});
  // The window manager answers before the page has been laid out anew.
  for (let tries = 0; tries < 100; tries++) {
    const [, , innerWidth, innerHeight] = await measure();
    if (innerWidth === width && innerHeight === height) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`WebKit's window did not become ${width}x${height}: ${(await measure()).join()}`);
}

/** A page over a WebDriver session. */
export function webkitPage(session: WebDriverSession): WebKitPage {
  const act = (body: object) => session.send<void>('POST', '/actions', body);
  const move = (x: number, y: number) => ({
    type: 'pointerMove',
    duration: 0,
    x: Math.round(x),
    y: Math.round(y),
  });
  const down = (button: Button = 'left') => ({type: 'pointerDown', button: buttons[button]});
  const up = (button: Button = 'left') => ({type: 'pointerUp', button: buttons[button]});
  return {
    keyboard: {
      async type(text) {
        for (const character of text) await act(pressActions(character));
      },
      press: (chord) => act(pressActions(chord)),
      down: (key) => act(keyActions([{type: 'keyDown', value: keyCode(key)}])),
      up: (key) => act(keyActions([{type: 'keyUp', value: keyCode(key)}])),
    },
    mouse: {
      move: (x, y) => act(mouseActions([move(x, y)])),
      click: (x, y, options) => act(mouseActions([move(x, y), down(options?.button), up(options?.button)])),
      down: (options) => act(mouseActions([down(options?.button)])),
      up: (options) => act(mouseActions([up(options?.button)])),
    },
    setViewportSize: ({width, height}) => setInnerSize(session, width, height),
    emulateMedia: () => Promise.reject(new Error('WebKitGTK cannot emulate media features')),
  };
}
