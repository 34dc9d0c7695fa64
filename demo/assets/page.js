// The page's own necessary script: says what a refusal costs, sizes the text, remembers nothing that is not allowed.
const consent = window.cookieModes;

// Every `data-without="purpose"` is a sentence about what is lost; visible until that purpose is allowed, also without JavaScript.
function showLosses() {
  for (const sentence of document.querySelectorAll('[data-without]'))
    sentence.hidden = consent?.allows(sentence.dataset.without) ?? false;
}

showLosses();
for (const type of ['cookie-modes-change', 'demo-view']) document.addEventListener(type, showLosses);

// A− A A+: remembered only when personalization is allowed; `cookies()` asks, holds or drops by itself.
const jar = consent?.cookies?.('personalization');
const setSize = (size) => (document.documentElement.dataset.text = size);
try {
  const remembered = jar?.get('text_size');
  if (/^(small|normal|large)$/.test(remembered)) setSize(remembered);
} catch {
  // Where storage is blocked there is nothing to remember.
}

for (const button of document.querySelectorAll('button[data-text-size]'))
  button.addEventListener('click', () => {
    setSize(button.dataset.textSize);
    for (const other of document.querySelectorAll('button[data-text-size]'))
      other.ariaPressed = String(other === button);
    jar?.set('text_size', button.dataset.textSize, {expires: 180});
  });
