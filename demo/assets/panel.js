// The tester's panel shows the page's state live. It reads and never stores, and asks the server for what really reached it.
const panel = document.querySelector('.panel');
const details = panel?.querySelector('details');
const place = (name) => panel.querySelector(`[data-panel="${name}"]`);

// A fresh frame has accessors of its own: what it reads is in storage, not in the memory of the page's guard.
function storageKeys() {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.title = 'storage reader';
  panel.append(frame);
  const keys = [];
  for (const area of ['localStorage', 'sessionStorage'])
    try {
      keys.push(...Object.keys(frame.contentWindow[area]).map((key) => `${area}: ${key}`));
    } catch {
      keys.push(`${area}: blocked`);
    }
  frame.remove();
  return keys;
}

async function databases() {
  try {
    return (await indexedDB.databases()).map(({name}) => `IndexedDB: ${name}`);
  } catch {
    return [];
  }
}

const get = (path) => fetch(path).then((answer) => answer.json());

function list(name, items) {
  const rows = items.length ? items : ['none'];
  const target = place(name);
  if (target.dataset.shown === rows.join('\n')) return;
  target.dataset.shown = rows.join('\n');
  target.replaceChildren(
    ...rows.map((text) => {
      const item = document.createElement('li');
      item.textContent = text;
      return item;
    }),
  );
}

function showLocal() {
  place('mode').textContent = window.cookieModes
    ? (window.cookieModes.mode ?? 'none chosen')
    : 'library not loaded';
  list(
    'log',
    window.demoLog.map(({at, what, times}) => `${at} ms ${what}${times > 1 ? ` (${times} times)` : ''}`),
  );
  list('held', window.demoHeld());
}

async function show() {
  if (!details.open || document.hidden) return;
  showLocal();
  list('storage', [...storageKeys(), ...(await databases())]);
  const [cookies, {events}] = await Promise.all([get('/api/cookies'), get('/api/events')]).catch(() => [
    [],
    {events: []},
  ]);
  const record = cookies.find(({name}) => name === 'cookie_consent');
  list(
    'record',
    record ? [...new URLSearchParams(record.value)].map(([key, value]) => `${key}: ${value}`) : [],
  );
  list(
    'cookies',
    cookies.map(({name, value}) => `${name} = ${value.slice(0, 60)}`),
  );
  list(
    'hits',
    events.map(({vendor, method, path}) => `${vendor}: ${method} ${path}`),
  );
}

async function clear() {
  await fetch('/api/clear', {method: 'POST'});
  for (const area of ['localStorage', 'sessionStorage'])
    try {
      window[area].clear();
    } catch {
      // Blocked storage has nothing to clear.
    }
  for (const {name} of await indexedDB.databases().catch(() => [])) indexedDB.deleteDatabase(name);
  location.reload();
}

if (panel) {
  const actions = {
    'set-cookie': () => fetch('/set-cookie').then(show),
    clear,
    reload: () => location.reload(),
  };
  details.open =
    matchMedia('(min-width: 75rem)').matches && !new URLSearchParams(location.search).has('no-panel');
  panel.addEventListener('click', ({target}) => actions[target.dataset?.do]?.());
  details.addEventListener('toggle', show);
  document.addEventListener('demo-log', () => details.open && showLocal());
  setInterval(show, 1000);
  show();
}
