// Gated (personalization): every control marked data-remember keeps its value in a cookie of that name.
const jar = window.cookieModes.cookies('personalization');

function fill() {
  for (const control of document.querySelectorAll('[data-remember]'))
    control.value = jar.get(control.dataset.remember) ?? control.value;
}

document.addEventListener('change', ({target}) => {
  const {remember: name, days} = target.dataset ?? {};
  if (name) jar.set(name, target.value, {expires: Number(days)});
});

document.addEventListener('cookie-modes-released', fill);
fill();
