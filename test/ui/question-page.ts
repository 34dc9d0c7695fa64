import {Consent} from '../../src/core/consent.ts';
import {memoryStorage} from '../../src/core/storage-port.ts';
import {messages} from '../../src/locales/en.ts';
import {declare} from '../../src/setup/declare.ts';
import {createContext} from '../../src/ui/context.ts';
import type {Config} from '../../src/core/declaration.ts';
import type {RecordStorage} from '../../src/core/storage-port.ts';
import type {Context} from '../../src/ui/context.ts';

/** A context over a consent of its own, with the texts of the page's language, ready for an element. */
export async function contextWith(
  config: Partial<Config> = {},
  storage: RecordStorage = memoryStorage(),
): Promise<Context> {
  let time = Date.now();
  const consent = new Consent(declare({policy: {url: '/privacy'}, ...config}), {
    storage,
    // Records know whole seconds: no two choices of a test fall into the same one.
    now: () => (time += 1000),
  });
  const context = await createContext(consent, {
    available: ['zh-TW'],
    load: () => import('../../src/locales/zh-TW.ts'),
  });
  context.addEnglish(messages);
  return context;
}

/** Waits until something holds, looking once a frame. */
export async function until<T>(holds: () => T, what = `${holds}`): Promise<NonNullable<T>> {
  const end = performance.now() + 5000;
  for (;;) {
    const value = holds();
    if (value) return value;
    if (performance.now() > end) throw new Error(`does not come to hold: ${what}`);
    await new Promise(requestAnimationFrame);
  }
}
