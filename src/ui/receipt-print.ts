/** Prints the receipt without the page around it: `host`, a child of the body, says in its styles what that is. */
export function printReceipt(host: HTMLElement): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@media print{body>:not(${host.localName}){display:none!important}}`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  host.toggleAttribute('printing', true);
  addEventListener(
    'afterprint',
    () => {
      host.removeAttribute('printing');
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    },
    {once: true},
  );
  print();
}
