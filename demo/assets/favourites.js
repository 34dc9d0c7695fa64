// Favourites live in one cookie, through the jar that obeys the visitor's answers.
const consent = window.cookieModes;
const jar = consent?.cookies('personalization');
const buttons = [...document.querySelectorAll('#favourites [data-form]')];
const pressed = () =>
  buttons.filter((button) => button.ariaPressed === 'true').map((button) => button.dataset.form);

function show() {
  const kept = (jar?.get('favourites') ?? '').split('.');
  for (const button of buttons) button.ariaPressed = String(kept.includes(button.dataset.form));
}

for (const button of buttons)
  button.addEventListener('click', () => {
    button.ariaPressed = String(button.ariaPressed !== 'true');
    jar?.set('favourites', pressed().join('.'), {expires: 365});
  });

document.querySelector('#leave').addEventListener('click', async () => {
  await consent?.erase();
  show();
  document.querySelector('#left').textContent = 'Logged off. What this site had stored has been cleared.';
});

show();
