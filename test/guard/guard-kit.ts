import {Consent} from '../../src/core/consent.ts';
import {memoryStorage} from '../../src/core/storage-port.ts';
import {declare} from '../../src/setup/declare.ts';
import {nativeCookie} from '../../src/storage/native-cookie.ts';
import {purposeJar} from '../../src/storage/purpose-jar.ts';
import type {Config} from '../../src/core/declaration.ts';
import type {RecordStorage} from '../../src/core/storage-port.ts';

const config: Config = {
  policy: {url: '/privacy'},
  services: [
    {
      id: 'stats',
      purpose: 'statistics',
      cookies: [{name: '_ga'}, {name: '_ga_*'}],
      storage: [{name: 'stats:*'}, {name: 'seen'}],
    },
    {id: 'forum', purpose: 'activity', cookies: [{name: 'forum'}], storage: [{name: 'draft'}]},
  ],
  necessary: [{name: 'sid'}, {name: 'cart_*'}],
};

/** A consent of its own, with services that declare cookies and keys. */
export const makeConsent = (more: Partial<Config> = {}, storage: RecordStorage = memoryStorage()) =>
  new Consent(declare({...config, ...more}), {storage, jar: purposeJar});

/** The cookies of the test page as `name=value`, by the browser's own accessor, in the order of the alphabet. */
export const jar = (): string[] => {
  const text: unknown = nativeCookie?.get?.call(document);
  return `${text}`.split('; ').filter(Boolean).sort();
};

/** Writes by the browser's own accessor, past every guard. */
export const writeNatively = (line: string): void => void nativeCookie?.set?.call(document, line);

/** Takes away every cookie and key of the test page. */
export function clean(): void {
  for (const pair of jar()) {
    const name = pair.includes('=') ? pair.split('=', 1)[0] : '';
    for (const path of ['', ';path=/', ';path=/;secure']) writeNatively(`${name}=x${path};max-age=0`);
  }
  localStorage.clear();
  sessionStorage.clear();
}

/** Waits until something holds, looking once a task. */
export async function until(holds: () => unknown, what = `${holds}`): Promise<void> {
  const end = performance.now() + 20_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`does not come to hold: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** Waits until the jar is what it should be: WebKit may need a moment until it sees what it has written. */
export async function jarIs(...pairs: string[]): Promise<void> {
  const wanted = JSON.stringify(pairs.sort());
  try {
    await until(() => JSON.stringify(jar()) === wanted);
  } catch {
    throw new Error(`the jar is ${JSON.stringify(jar())}, not ${wanted}`);
  }
}

/** Runs something with the accessor of `document.cookie` replaced by one that notes what reaches the browser. */
export function recordWrites(target: Document = Document.prototype): {lines: string[]; stop: () => void} {
  const lines: string[] = [];
  const before = Object.getOwnPropertyDescriptor(target, 'cookie');
  const native = before ?? Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  Object.defineProperty(target, 'cookie', {
    configurable: true,
    enumerable: true,
    get(this: Document) {
      return native?.get?.call(this);
    },
    set(this: Document, line: string) {
      lines.push(line);
      native?.set?.call(this, line);
    },
  });
  return {
    lines,
    stop() {
      if (before) Object.defineProperty(target, 'cookie', before);
      else Reflect.deleteProperty(target, 'cookie');
    },
  };
}
