// Gated (activity): remembers which departure was chosen.
const jar = window.cookieModes.cookies('activity');
const form = document.querySelector('#activity-form');
const chosen = jar.get('activity_choice');

if (chosen) form.ride.value = chosen;
form.ride.addEventListener('change', () => jar.set('activity_choice', form.ride.value, {expires: 30}));

document.addEventListener('cookie-modes-change', () => {
  form.hidden = !window.cookieModes.allows('activity');
});
