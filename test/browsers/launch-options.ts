import type {LaunchOptions} from 'puppeteer-core';

/** The media features a browser shows every page with. */
export interface LaunchMedia {
  colorScheme?: 'light' | 'dark';
  reducedMotion?: 'reduce' | 'no-preference';
  forcedColors?: 'active' | 'none';
  /** Firefox alone has Global Privacy Control. */
  privacyControl?: boolean;
  /** Pages are kept for going back to them: of Chromium that takes a whole browser. */
  keepsPages?: boolean;
}

// Firefox takes them as preferences at its start; Chromium is told per page.
const firefoxMedia = ({colorScheme, reducedMotion, forcedColors, privacyControl}: LaunchMedia) => ({
  ...(colorScheme && {'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1}),
  ...(reducedMotion && {'ui.prefersReducedMotion': reducedMotion === 'reduce' ? 1 : 0}),
  ...(forcedColors === 'active' && {'ui.useAccessibilityTheme': 1, 'browser.display.document_color_use': 2}),
  ...(privacyControl && {
    'privacy.globalprivacycontrol.enabled': true,
    'privacy.globalprivacycontrol.functionality.enabled': true,
  }),
});

/** How puppeteer starts the two engines it drives; each start has a fresh profile. */
export function launchOptions(engine: 'chromium' | 'firefox', media: LaunchMedia = {}): LaunchOptions {
  if (engine === 'firefox') {
    return {
      browser: 'firefox',
      executablePath: '/usr/bin/firefox-esr',
      headless: true,
      // Nobody listens to its news of each request; writing them costs Firefox a seventh of its time.
      networkEnabled: false,
      extraPrefsFirefox: {
        ...firefoxMedia(media),
        // Nothing may leave this machine, and a page that is not in front must not be slowed down.
        'dom.min_background_timeout_value': 4,
        'dom.timeout.enable_budget_timer_throttling': false,
        'dom.suspend_inactive.enabled': false,
        'dom.ipc.processPriorityManager.enabled': false,
        // No page here is looked for again after its browser has ended, and none needs a process waiting for it.
        'browser.sessionstore.interval': 100_000_000,
        'places.history.enabled': false,
        'dom.ipc.processPrelaunch.enabled': false,
        'network.dns.disablePrefetch': true,
        'network.captive-portal-service.enabled': false,
        'network.connectivity-service.enabled': false,
      },
    };
  }
  return {
    // The same engine without the windows of a browser around it: a page costs a quarter of the time.
    ...(media.keepsPages
      ? {executablePath: '/usr/bin/chromium', headless: true}
      : {executablePath: '/usr/bin/chromium-headless-shell', headless: 'shell'}),
    args: [
      // Chromium refuses to start its sandbox as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
    ],
  };
}
