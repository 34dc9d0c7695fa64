// npm run screenshots [-- words…]: only pictures whose names hold every word, e.g. `-- notice zh-TW 320`
import {mkdirSync} from 'node:fs';
import {drawn} from './a11y/drawn.ts';
import {arrive, stateSite} from './a11y/state-site.ts';
import {scrollSettings, states} from './a11y/states.ts';
import {openBrowser} from './e2e/driver/open-browser.ts';
import type {Media} from './e2e/driver/browser.ts';

const words = process.argv.slice(2);
const languages = ['en', 'zh-TW', 'ar'];
const schemes: Readonly<Record<string, Media>> = {
  light: {colorScheme: 'light', forcedColors: 'none'},
  dark: {colorScheme: 'dark', forcedColors: 'none'},
  forced: {colorScheme: 'dark', forcedColors: 'active'},
};
const widths = [320, 768, 1280];
const shares: Readonly<Record<string, number>> = {'settings-2-middle': 0.4, 'settings-3-end': 1};

mkdirSync('screenshots', {recursive: true});
const own = await stateSite();
const browser = await openBrowser('chromium');
let taken = 0;
try {
  for (const [index, state] of states.entries()) {
    for (const lang of languages) {
      const wanted = Object.keys(schemes).flatMap((scheme) =>
        widths.flatMap((width) => {
          const name = `${String(index + 1).padStart(2, '0')}-${state.name}-${lang}-${scheme}-${width}`;
          return words.every((word) => name.includes(word)) ? [{name, scheme, width}] : [];
        }),
      );
      if (!wanted[0]) continue;
      await browser.fresh();
      const page = await browser.newPage();
      await page.emulate(schemes['light'] ?? {});
      await arrive(page, own, state, lang);
      for (const {name, scheme, width} of wanted) {
        await page.emulate(schemes[scheme] ?? {});
        await page.setViewport(width, width === 320 ? 640 : 800);
        const share = shares[state.name];
        if (share) await scrollSettings(page, share);
        await drawn(page);
        await page.screenshot(`screenshots/${name}.png`);
        taken++;
      }
      await page.close();
    }
  }
} finally {
  await browser.close();
  await own.close();
}
console.log(`${taken} pictures in screenshots/`);
if (!taken) process.exitCode = 1;
