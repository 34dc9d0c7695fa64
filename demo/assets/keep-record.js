// Asks the server to set the record again after each choice. The cookie itself travels with the request; nothing else is sent.
async function keep() {
  const answer = await fetch('/consent/record', {method: 'POST', keepalive: true});
  document.querySelector('#kept').textContent = answer.ok ? 'The server has set it.' : await answer.text();
}

document.addEventListener('cookie-modes-change', () => window.cookieModes.mode && keep());
document.querySelector('#keep').addEventListener('click', keep);
