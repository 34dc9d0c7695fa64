// Gated (personalization): every control marked data-remember keeps its value in a cookie of that name.
const jar = window.cookieModes.cookies('personalization');

for (const control of document.querySelectorAll('[data-remember]')) {
  const {remember: name, days} = control.dataset;
  control.value = jar.get(name) ?? control.value;
  control.addEventListener('change', () => jar.set(name, control.value, {expires: Number(days)}));
}
