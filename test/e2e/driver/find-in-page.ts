/** Where in the page an element can be clicked, or the reason why it cannot be yet. */
export type Place = {x: number; y: number} | {reason: string};

/** What a page is told to remember about the click that is coming. */
export interface ClickWatch {
  /** It went elsewhere, as the element moved between being found and being clicked; the page was spared it. */
  clickMissed?: boolean;
}

/** Runs in the page: finds an element, brings it into view, tells the middle of it, and keeps from the page a click that misses it. */
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
  // What is hit may be inside the element, slotted into it, in a shadow root below it, or its label.
  const isOn = (path: readonly EventTarget[]) =>
    path.some((node) => node === element || (node instanceof HTMLLabelElement && node.control === element));
  const path: Node[] = [];
  for (let node: Node | null | undefined = hit; node;) {
    path.push(node);
    const slot: Node | null = node instanceof Element ? node.assignedSlot : null;
    node = slot ?? node.parentNode ?? (node as ShadowRoot).host;
  }
  if (!isOn(path))
    return {reason: `is covered by <${hit?.localName ?? 'nothing'} class="${hit?.className ?? ''}">`};

  const watch = globalThis as ClickWatch;
  watch.clickMissed = false;
  const kinds = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];
  const look = (event: Event) => {
    if (event.type === 'pointerdown') watch.clickMissed = !isOn(event.composedPath());
    if (watch.clickMissed) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    if (event.type === 'click') for (const kind of kinds) removeEventListener(kind, look, true);
  };
  for (const kind of kinds) addEventListener(kind, look, true);
  return {x, y};
}
