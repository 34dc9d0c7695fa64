// Gated (activity): remembers which departure was chosen.
const jar = window.cookieModes.cookies('activity');

function fill() {
  const ride = document.querySelector('#ride');
  if (ride) ride.value = jar.get('activity_choice') ?? ride.value;
}

document.addEventListener('change', ({target}) => {
  if (target.id === 'ride') jar.set('activity_choice', target.value, {expires: 30});
});

document.addEventListener('cookie-modes-released', fill);
fill();
