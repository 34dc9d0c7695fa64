// Gated (personalization): greets by name. Its cookie goes through the jar, which obeys the visitor's answers.
// The form comes out of a template and goes back when permission is withdrawn, so it is looked up each time.
const jar = window.cookieModes.cookies('personalization');

function greet() {
  const welcome = document.querySelector('#welcome');
  const name = jar.get('visitor_name');
  if (welcome) welcome.textContent = name ? welcome.dataset.hello.replace('{name}', name) : '';
}

document.addEventListener('submit', (event) => {
  if (event.target.id !== 'name-form') return;
  event.preventDefault();
  jar.set('visitor_name', new FormData(event.target).get('name'), {expires: 180});
  greet();
});

for (const type of ['change', 'released']) document.addEventListener(`cookie-modes-${type}`, greet);
greet();
