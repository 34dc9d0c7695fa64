// Gated (activity): a form marked data-sign-up is kept in a cookie of that name, and says so. It comes out of a template and
// goes back when permission is withdrawn, so it is looked up each time.
const jar = window.cookieModes.cookies('activity');

function show() {
  for (const form of document.querySelectorAll('form[data-sign-up]'))
    form.querySelector('[role=status]').textContent = jar.get(form.dataset.signUp) ? form.dataset.done : '';
}

document.addEventListener('submit', (event) => {
  const {signUp, days} = event.target.dataset;
  if (!signUp) return;
  event.preventDefault();
  jar.set(signUp, new FormData(event.target).get('entry') ?? 'yes', {expires: Number(days)});
  show();
});

for (const type of ['change', 'released']) document.addEventListener(`cookie-modes-${type}`, show);
show();
