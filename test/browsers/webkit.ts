import {existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {firstLine, startChild} from './child.ts';
import {freePort} from './free-port.ts';
import {openWebDriver, type WebDriverSession} from './webdriver.ts';
import {screen} from './webkit-page.ts';

/** A WebKitGTK browser under its own virtual display, with a profile that is thrown away. */
export interface WebKit {
  readonly session: WebDriverSession;
  /** Ends the session and opens another one that shares nothing with it. */
  renew(): Promise<WebDriverSession>;
  close(): Promise<void>;
}

/** Where Debian keeps WebKitGTK's small browser; the folder names the architecture and the ABI. */
export function findMiniBrowser(): string | undefined {
  const root = '/usr/lib';
  for (const architecture of readdirSync(root).filter((name) => name.endsWith('-linux-gnu'))) {
    for (const abi of ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0']) {
      const path = join(root, architecture, abi, 'MiniBrowser');
      if (existsSync(path)) return path;
    }
  }
  return undefined;
}

// The toolbar's natural width would keep the window above 440 px; a phone has 320.
const smallToolbar = `* {
  min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; -gtk-icon-transform: scale(0.1);
}`;

/** The media features WebKitGTK takes from the desktop's settings. */
export interface WebKitMedia {
  colorScheme?: 'light' | 'dark';
  reducedMotion?: 'reduce' | 'no-preference';
}

const gtkSettings = ({colorScheme, reducedMotion}: WebKitMedia) => `[Settings]
gtk-application-prefer-dark-theme=${colorScheme === 'dark' ? 1 : 0}
gtk-theme-name=${colorScheme === 'dark' ? 'Adwaita-dark' : 'Adwaita'}
gtk-enable-animations=${reducedMotion === 'reduce' ? 0 : 1}
`;

async function launch(options: object, media: WebKitMedia): Promise<WebKit> {
  const binary = findMiniBrowser();
  if (!binary) throw new Error('MiniBrowser is missing: apt-get install webkit2gtk-driver');
  // Xvfb chooses the display and tells its number, so that several runs never collide.
  const display = startChild(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', `${screen.width}x${screen.height}x24`, '-nolisten', 'tcp'],
    process.env,
    true,
  );
  const profile = mkdtempSync(join(tmpdir(), 'webkit-'));
  mkdirSync(join(profile, 'gtk-3.0'));
  writeFileSync(join(profile, 'gtk-3.0', 'gtk.css'), smallToolbar);
  writeFileSync(join(profile, 'gtk-3.0', 'settings.ini'), gtkSettings(media));
  const stops = [() => rmSync(profile, {recursive: true, force: true}), display.stop];
  const stop = () => stops.reverse().forEach((undo) => undo());
  try {
    const number = await firstLine(display.process, 10_000);
    const port = await freePort();
    const driver = startChild('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
      ...process.env,
      HOME: profile,
      XDG_CACHE_HOME: profile,
      XDG_CONFIG_HOME: profile,
      XDG_DATA_HOME: profile,
      DISPLAY: `:${number}`,
      GDK_BACKEND: 'x11',
      NO_AT_BRIDGE: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
      // Handing pictures over by graphics memory, where there is none, takes a third of all time.
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      // WebKit's sandbox needs user namespaces, which root inside a container seldom has.
      ...(process.getuid?.() === 0 && {WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1'}),
    });
    stops.push(driver.stop);
    const open = () =>
      openWebDriver(`http://127.0.0.1:${port}`, {
        'webkitgtk:browserOptions': {binary, args: ['--automation']},
        ...options,
      });
    let session = await open();
    return {
      session,
      async renew() {
        await session.close();
        return (session = await open());
      },
      async close() {
        await session.close().catch(() => undefined);
        stop();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}

/** Starts WebKitGTK; a browser that does not come up is started once more, a test never is. */
export function startWebKit(options: object = {}, media: WebKitMedia = {}): Promise<WebKit> {
  return launch(options, media).catch(() => launch(options, media));
}
