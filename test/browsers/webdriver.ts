/** A W3C WebDriver session, spoken over plain HTTP. */
export interface WebDriverSession {
  /** Sends one command; `path` is relative to the session. */
  send<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<T>;
  close(): Promise<void>;
}

/** What the driver answers when a command fails. */
export class WebDriverError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.name = 'WebDriverError';
    this.code = code;
  }
}

/** Milliseconds after which a driver that does not answer never will; WebKit's sometimes does not open a window. */
const patience = 30_000;

async function request<T>(url: string, method: string, body: object | undefined): Promise<T> {
  const response = await fetch(url, {
    method,
    signal: AbortSignal.timeout(patience),
    ...(body && {body: JSON.stringify(body), headers: {'content-type': 'application/json'}}),
  }).catch((error: unknown) => {
    // A timeout by itself says neither what was asked nor, across processes, that it was one.
    throw new WebDriverError('no answer', `${method} ${new URL(url).pathname}: ${String(error)}`);
  });
  const {value} = (await response.json()) as {value: T & {error?: string; message?: string}};
  if (!response.ok) throw new WebDriverError(value?.error ?? String(response.status), value?.message ?? '');
  return value;
}

/** Opens a session at a driver; `deadline` in milliseconds covers a driver that is still starting. */
export async function openWebDriver(
  origin: string,
  capabilities: object,
  deadline = 20_000,
): Promise<WebDriverSession> {
  const until = Date.now() + deadline;
  for (;;) {
    try {
      await request(`${origin}/status`, 'GET', undefined);
      break;
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  const {sessionId} = await request<{sessionId: string}>(`${origin}/session`, 'POST', {
    capabilities: {alwaysMatch: capabilities},
  });
  const root = `${origin}/session/${sessionId}`;
  return {
    send: (method, path, body) =>
      request(`${root}${path}`, method, method === 'POST' ? (body ?? {}) : undefined),
    close: () => request(root, 'DELETE', undefined),
  };
}
