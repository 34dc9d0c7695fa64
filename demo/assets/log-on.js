// Necessary: logging on works with any answer. What is remembered of it goes through the jar, which obeys the answers.
const jar = window.cookieModes?.cookies('personalization');
const form = document.querySelector('#log-on');
const off = document.querySelector('#log-off');
const state = document.querySelector('#log-on-state');
const days = {expires: 180};

function show(on, text) {
  off.hidden = !on;
  state.textContent = text;
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  jar?.set('district', form.district.value, days);
  jar?.set('last_visit', `on-${Date.now()}`, days);
  show(true, `Logged on, ${form.district.selectedOptions[0].text}.`);
});

off.addEventListener('click', () => {
  jar?.set('last_visit', `off-${Date.now()}`, days);
  show(false, 'Logged off.');
  form.querySelector('button').focus();
});

const district = jar?.get('district');
if (district) form.district.value = district;
const last = jar?.get('last_visit')?.split('-')[1];
if (last) state.textContent = `Your last visit: ${new Date(Number(last)).toLocaleString('en')}`;
