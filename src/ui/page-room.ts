import type {Detach} from '../core/attachment.ts';

/** The edge of the screen at which something stands. */
export type Edge = 'top' | 'bottom';

const rooms = new Map<HTMLElement, readonly [Edge, number]>();
let sheet: CSSStyleSheet | undefined;
/** The site's own scroll padding, taken when nothing of ours is there. */
let own: Readonly<Record<Edge, number>> = {top: 0, bottom: 0};

// A sheet of its own: an inline style would be refused by `style-src 'self'`, and would have to be put back afterwards.
// The room is a box after (or before) the body, so that nothing inside the body is moved.
function write(): void {
  if (!sheet) {
    if (!rooms.size) return;
    const {scrollPaddingTop, scrollPaddingBottom} = getComputedStyle(document.documentElement);
    own = {top: parseFloat(scrollPaddingTop) || 0, bottom: parseFloat(scrollPaddingBottom) || 0};
    sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  const height = (edge: Edge) =>
    Math.max(0, ...[...rooms.values()].map(([at, size]) => (at === edge ? size : 0)));
  sheet.replaceSync(
    (['top', 'bottom'] as const)
      .filter(height)
      .map(
        (edge) =>
          `@media screen{:root{scroll-padding-${edge}:${own[edge] + height(edge)}px}:root::${edge === 'top' ? 'before' : 'after'}{content:"";display:block;height:${height(edge)}px}}`,
      )
      .join(''),
  );
  if (!rooms.size) {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    sheet = undefined;
  }
}

/**
 * Makes room on the page for an element that stands before it: what has the focus is scrolled clear of it (WCAG 2.4.11), and the
 * page can be scrolled clear of it at its end. With several, the highest counts.
 */
export function pageRoom(element: HTMLElement, edge: Edge): Detach {
  let frame = 0;
  const measure = () => {
    const height = Math.ceil(element.getBoundingClientRect().height);
    if (rooms.get(element)?.[1] === height) return;
    rooms.set(element, [edge, height]);
    write();
  };
  // In a frame of its own: a change of layout while sizes are being observed is reported as an error.
  const observer = new ResizeObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(measure);
  });
  observer.observe(element, {box: 'border-box'});

  // Moved away from under the pointer that presses it, a control would not be clicked.
  let pressed = false;
  const press = ({type}: PointerEvent) => (pressed = type === 'pointerdown');
  // Scroll padding helps only where the page itself scrolls, and not in WebKit. What is too high to be clear of it stays where it is.
  const uncover = ({target}: FocusEvent) => {
    if (pressed || !(target instanceof Element) || element.contains(target)) return;
    const [box, covering] = [target.getBoundingClientRect(), element.getBoundingClientRect()];
    if (
      box.height < innerHeight - covering.height &&
      box.bottom > covering.top &&
      box.top < covering.bottom &&
      box.left < covering.right &&
      box.right > covering.left
    ) {
      target.scrollIntoView({block: edge === 'bottom' ? 'start' : 'end'});
    }
  };
  document.addEventListener('focusin', uncover);
  const presses = ['pointerdown', 'pointerup', 'pointercancel'] as const;
  // Before the page's own listeners, which may keep the event to themselves.
  for (const type of presses) addEventListener(type, press, true);

  return () => {
    for (const type of presses) removeEventListener(type, press, true);
    document.removeEventListener('focusin', uncover);
    observer.disconnect();
    cancelAnimationFrame(frame);
    if (rooms.delete(element)) write();
  };
}
