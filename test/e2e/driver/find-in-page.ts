/** Where in the page an element can be clicked, or the reason why it cannot be yet. */
export type Place = {x: number; y: number} | {reason: string};

/** Runs in the page: finds an element, brings it into view and tells the middle of it. */
export async function findInPage(selector: string): Promise<Place> {
  const every = (root: ParentNode, css: string): Element[] => {
    const found = [...root.querySelectorAll(css)];
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) found.push(...every(element.shadowRoot, css));
    }
    return found;
  };
  let roots: ParentNode[] = [document];
  for (const step of selector.split('>>>')) {
    const [, css = '', text] = /^(.*?)(?::has-text\("(.*)"\))?$/s.exec(step.trim()) ?? [];
    roots = roots
      .flatMap((root) => [
        ...(root instanceof Element && root.shadowRoot ? every(root.shadowRoot, css) : []),
        ...every(root, css),
      ])
      .filter((element) => {
        const words = `${element.textContent} ${element.getAttribute('aria-label') ?? ''}`;
        return text === undefined || words.replace(/\s+/g, ' ').includes(text);
      });
  }
  const elements = roots.filter((root): root is Element => root instanceof Element);
  if (elements.length === 0) return {reason: 'is not in the page'};
  const element = elements.find((one) => one.checkVisibility({visibilityProperty: true}));
  if (!element) return {reason: 'is not visible'};
  element.scrollIntoView({behavior: 'instant', block: 'nearest', inline: 'nearest'});
  const measure = () => element.getBoundingClientRect();
  const before = measure();
  await new Promise((resolve) => setTimeout(resolve, 30));
  const box = measure();
  if (box.x !== before.x || box.y !== before.y) return {reason: 'is moving'};
  if (box.width === 0 || box.height === 0) return {reason: 'has no size'};
  const x = Math.round(box.x + box.width / 2);
  const y = Math.round(box.y + box.height / 2);
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot) {
    const inner = hit.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  // What is hit may be inside the element, slotted into it, or in a shadow root below it.
  for (let node: Node | null = hit; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null) {
    if (node === element) return {x, y};
    if (node instanceof Element && node.assignedSlot && element.contains(node.assignedSlot)) return {x, y};
    if (node instanceof HTMLLabelElement && node.control === element) return {x, y};
  }
  return {reason: `is covered by <${hit?.localName ?? 'nothing'} class="${hit?.className ?? ''}">`};
}
