// A small router: views are cloned from templates, so gated content comes late and goes again.
const view = document.querySelector('#view');
const viewOf = (path) => path.split('/')[2] || 'home';

function show(focus) {
  const template = document.querySelector(`#view-${CSS.escape(viewOf(location.pathname))}`);
  view.replaceChildren(template ? document.importNode(template.content, true) : 'There is no such view.');
  document.title = view.querySelector('h1')?.textContent ?? 'Not found';
  for (const link of document.querySelectorAll('[data-view]'))
    link.ariaCurrent = viewOf(link.pathname) === viewOf(location.pathname) ? 'page' : null;
  document.dispatchEvent(new Event('demo-view'));
  if (focus) view.focus();
}

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('[data-view]');
  if (!link) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  show(true);
});
addEventListener('popstate', () => show(false));

document.querySelector('#language').addEventListener('click', () => {
  const root = document.documentElement;
  root.lang = root.lang === 'en' ? 'zh-Hant-TW' : 'en';
});

let taken;
document.querySelector('#element').addEventListener('click', () => {
  const element = document.querySelector('cookie-modes');
  if (element) {
    taken = element;
    element.remove();
  } else if (taken) document.body.prepend(taken);
});

show(false);
