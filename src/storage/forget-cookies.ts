import type {Consent} from '../core/consent.ts';

/** Beyond that a path is not one that a site sets cookies for, and an address must not be able to keep the browser busy. */
const deepest = 20;

/** Every path that a cookie visible at an address can have. */
const pathsOf = (address: string): string[] => {
  const parts = address.split('/').slice(1, deepest);
  return parts.flatMap((_, index) => {
    const path = `/${parts.slice(0, index + 1).join('/')}`;
    return [path, `${path}/`];
  });
};

/** Forgetting the cookies of this page, through the browser's own accessor. Each function may throw where cookies are blocked. */
export function forgetCookies(consent: Consent, cookie: PropertyDescriptor | undefined) {
  const write = (line: string) => cookie?.set?.call(document, line);
  const {hostname, pathname, protocol} = location;
  // After pushState, engines go on seeing cookies from the address that the document was loaded from.
  const [loaded] = performance.getEntriesByType('navigation');
  const start = loaded ? new URL(loaded.name).pathname : pathname;
  // A name of one part takes no Domain attribute; WebKitGTK takes parts of an IP address for one.
  const labels = hostname.split('.');
  const domains = ['', ...labels.slice(0, -1).map((_, index) => `;domain=${labels.slice(index).join('.')}`)];
  const paths = [...new Set(['/', ...pathsOf(start), ...pathsOf(pathname)])].map((path) => `;path=${path}`);
  // `__Host-` needs Secure; a frame of another site needs SameSite=None; a partitioned cookie is another cookie.
  const flavours = ['', ';secure;samesite=none', ';secure;samesite=none;partitioned'];

  /** A cookie without a name (`document.cookie = 'value'`) is shown without an equals sign. */
  const nameOf = (pair: string) => (pair.includes('=') ? (pair.split('=', 1)[0] ?? '').trim() : '');
  const names = (): string[] => [
    ...new Set(`${cookie?.get?.call(document)}`.split('; ').filter(Boolean).map(nameOf)),
  ];
  /** Not with an empty value: a cookie with neither name nor value is no cookie. */
  const expire = (name: string, attributes: string) => write(`${name}=x${attributes};max-age=0`);

  /** Where servers put their cookies, for looking whether one is in the way. */
  const secure = protocol === 'https:' ? ';secure' : '';
  const spots = ['/', start.slice(0, start.lastIndexOf('/'))]
    .filter((path, index) => path || !index)
    .flatMap((path) => domains.map((domain) => `${domain};path=${path}${secure}`));
  const writable = (name: string, spot: string) => {
    write(`${name}=${spot}`);
    const there = names().includes(name);
    expire(name, spot);
    return there;
  };

  return {
    names,
    /** Names that were written on this page, also where they cannot be seen from now. */
    written: () => [...consent.written.values()].map((line) => nameOf(line.split(';', 1)[0] ?? '')),
    /** Deletes a cookie with the attributes it was written with; else, while it can be seen, with every variant. */
    remove(name: string): void {
      for (const [slot, line] of consent.written) {
        if (nameOf(line.split(';', 1)[0] ?? '') !== name) continue;
        const kept = line.replace(/;\s*(expires|max-age)\s*=[^;]*/gi, '');
        for (const path of /;\s*path\s*=/i.test(line) ? [''] : ['', ...paths])
          write(`${kept}${path};max-age=0`);
        consent.written.delete(slot);
      }
      for (const flavour of flavours) {
        for (const domain of domains) {
          if (!names().includes(name)) return;
          for (const path of paths) expire(name, domain + path + flavour);
        }
      }
    },
    /**
     * Whether an `HttpOnly` cookie of that name exists: scripts cannot see it, but neither can they write a cookie in its place, where
     * they can write others. Written, read and deleted in one step, so nothing is left and no other script of the page meets it
     * (`cookieStore` tells of it afterwards). Chromium on https only: Firefox and WebKit pretend that the write succeeded, and their
     * copies of the jar in other tabs could keep what two tabs write and delete at the same moment.
     */
    hidden: (name: string): boolean =>
      'userAgentData' in navigator &&
      spots.some((spot) => !writable(name, spot) && writable(`${name}.cookie-modes`, spot)),
  };
}
