const subscribers = new Set();

/** POST: starts or stops the e-Message for an address, in memory only, and says which in the address of the answer. */
export function eMessage(request, response) {
  if (request.method !== 'POST') return response.writeHead(405).end();
  let body = '';
  request.on('data', (chunk) => (body = (body + chunk).slice(0, 500)));
  request.on('end', () => {
    const form = new URLSearchParams(body);
    const email = form.get('email')?.trim().toLowerCase();
    const stop = form.get('do') === 'stop';
    const done = stop ? subscribers.delete(email) : email && subscribers.size < 100 && subscribers.add(email);
    const state = stop ? (done ? 'stopped' : 'unknown') : 'started';
    response.writeHead(303, {location: `/seeds/003?e-message=${state}#message-title`}).end();
  });
}

/** What the page says after such a request. */
export const eMessageStates = {
  started: 'The e-Message will be sent to you. You can stop it here at any time.',
  stopped: 'The e-Message has been stopped.',
  unknown: 'That address was not receiving the e-Message.',
};
