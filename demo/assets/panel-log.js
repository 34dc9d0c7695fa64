// Loaded in <head>, before any gated markup: writes down, in order, what was held and what ran. It stores nothing.
(() => {
  const log = (window.demoLog = []);
  const seen = new WeakSet();
  const start = performance.now();

  function note(what) {
    const last = log.at(-1);
    if (last?.what === what) last.times += 1;
    else log.push({at: Math.round(performance.now() - start), what, times: 1});
    document.dispatchEvent(new Event('demo-log'));
  }

  function name(node) {
    const url = node.getAttribute('data-src') || node.getAttribute('src') || node.getAttribute('data-href');
    const label = node.dataset.service || node.dataset.purpose;
    return `<${node.localName}> ${label} ${url || (node.localName === 'script' ? 'inline' : '')}`.trim();
  }

  const isHeld = (node) =>
    // What an opened template held stands beside it, and nothing is left inside.
    (node.localName === 'template' && node.content.hasChildNodes()) ||
    node.type === 'text/plain' ||
    (node.hasAttribute('data-src') && !node.hasAttribute('src')) ||
    (node.hasAttribute('data-href') && !node.hasAttribute('href'));

  function look(node) {
    if (node.nodeType !== 1) return;
    for (const gated of [node, ...node.querySelectorAll('[data-purpose]')]) {
      if (!gated.matches('script, iframe, img, link, source, template') || !gated.dataset.purpose) continue;
      if (isHeld(gated)) {
        if (!seen.has(gated) || !gated.demoHeld) note('held: ' + name(gated));
      } else if (!seen.has(gated) || gated.demoHeld) {
        note('opened: ' + name(gated));
      }
      gated.demoHeld = isHeld(gated);
      seen.add(gated);
    }
  }

  new MutationObserver((changes) => {
    for (const {type, target, addedNodes} of changes) {
      if (type === 'attributes') look(target);
      addedNodes.forEach(look);
    }
    document.querySelectorAll('template[data-purpose]').forEach(look);
  }).observe(document, {subtree: true, childList: true, attributeFilter: ['type', 'src', 'href']});

  for (const type of ['load', 'error'])
    document.addEventListener(
      type,
      ({target}) => {
        // A held frame loads too: an empty page.
        if (target.dataset?.purpose && !isHeld(target))
          note(`${type === 'load' ? 'ran' : 'failed'}: ${name(target)}`);
      },
      true,
    );

  document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI}) =>
    note(`blocked by ${violatedDirective}: ${blockedURI}`),
  );

  for (const type of ['change', 'question', 'settings', 'undone'])
    document.addEventListener(`cookie-modes-${type}`, () => {
      const mode = window.cookieModes?.mode ?? 'no choice';
      note(type === 'change' ? `change: ${mode}` : `event: ${type}`);
    });

  window.demoHeld = () =>
    [...document.querySelectorAll('[data-purpose]')]
      .filter((node) => node.matches('script, iframe, img, link, source, template') && isHeld(node))
      .map(name);
})();
