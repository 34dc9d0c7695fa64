// Gated (personalization): greets by name. Its cookie goes through the jar, which obeys the visitor's answers.
const consent = window.cookieModes;
const jar = consent.cookies('personalization');
const welcome = document.querySelector('#welcome');
const form = document.querySelector('#name-form');

function greet() {
  const name = jar.get('visitor_name');
  welcome.textContent = name ? welcome.dataset.hello.replace('{name}', name) : '';
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  jar.set('visitor_name', new FormData(form).get('name'), {expires: 180});
  greet();
});

document.addEventListener('cookie-modes-change', () => {
  form.hidden = !consent.allows('personalization');
  greet();
});

greet();
