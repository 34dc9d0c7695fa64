/** Runs in the page: what of an element, shadow trees included, is clipped, sticks out or overlaps. */
export function findLayoutFaults(selector: string, choicesInView: boolean): string[] {
  const faults: string[] = [];
  const host = document.querySelector(selector);
  if (!host) return [`no ${selector}`];
  const every = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? every(one.shadowRoot) : [])]);
  const inside = [...(host.shadowRoot ? every(host.shadowRoot) : []), ...every(host)].filter(
    (one) =>
      one.checkVisibility({visibilityProperty: true}) &&
      one.getClientRects()[0] &&
      !one.closest('iframe, .visually-hidden, thead, option'),
  );
  const about = (one: Element) =>
    `<${one.localName} ${one.className || one.slot || ''}> "${one.textContent?.trim().replace(/\s+/g, ' ').slice(0, 40)}"`;
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth)
    faults.push(`the page is ${root.scrollWidth} wide in ${root.clientWidth}`);
  for (const one of [host, ...inside]) {
    // A select shows as much of its value as there is room for, in every engine; WebKit counts the rest.
    if (one.localName !== 'select' && one.clientWidth && one.scrollWidth > one.clientWidth + 1)
      faults.push(`${about(one)} is ${one.scrollWidth} wide in ${one.clientWidth}`);
  }
  const box = (host.shadowRoot?.querySelector('dialog, [part=box]') ?? host).getBoundingClientRect();
  const buttons = inside.filter((one) => one.localName === 'button');
  const rects = buttons.map((one) => one.getBoundingClientRect());
  for (const [index, one] of buttons.entries()) {
    const rect = rects[index];
    if (!rect) continue;
    if (one.scrollHeight > one.clientHeight + 1) faults.push(`${about(one)} is cut off below`);
    if (rect.left < box.left - 1 || rect.right > box.right + 1) faults.push(`${about(one)} sticks out`);
    for (const [other, theirs] of rects.entries()) {
      if (other <= index) continue;
      const apart =
        rect.right <= theirs.left + 0.5 ||
        theirs.right <= rect.left + 0.5 ||
        rect.bottom <= theirs.top + 0.5 ||
        theirs.bottom <= rect.top + 0.5;
      // What has been scrolled away lies behind the buttons that stay.
      const scrolled = [one, buttons[other]].some((button) => button?.closest('.body'));
      if (!apart && !scrolled) faults.push(`${about(one)} overlaps ${other}`);
    }
    if (choicesInView && one.matches('[data-mode],[data-answer]') && host.contains(one)) {
      if (rect.top < 0 || rect.left < 0 || rect.bottom > innerHeight + 0.5 || rect.right > innerWidth + 0.5)
        faults.push(`${about(one)} is out of view: ${rect.top}–${rect.bottom} of ${innerHeight}`);
    }
  }
  return faults;
}
