/** Runs in the page: texts of an element with less contrast than 7:1, and edges of its controls with less than 3:1. */
export function findFaint(selector: string): string[] {
  const host = document.querySelector(selector);
  if (!host) return [`no ${selector}`];
  const context = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  if (!context) return ['no canvas'];
  // Whatever notation the engine has for a colour, one pixel of it is four numbers.
  const pixel = (color: string): [number, number, number, number] => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0, a = 0] = context.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a];
  };
  const luminance = (color: string) => {
    const [r, g, b] = pixel(color);
    const [red = 0, green = 0, blue = 0] = [r, g, b].map((value) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: string, other: string) => {
    const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const above = (one: Element): Element | null =>
    one.assignedSlot ?? one.parentElement ?? ((one.getRootNode() as ShadowRoot).host || null);
  const ground = (one: Element | null): string => {
    for (let at = one; at; at = above(at)) {
      const {backgroundColor} = getComputedStyle(at);
      if (pixel(backgroundColor)[3] === 255) return backgroundColor;
    }
    return 'Canvas';
  };
  const every = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? every(one.shadowRoot) : [])]);
  // In forced colours a plate of the page's colour lies under every text, whatever is behind it.
  const plate = matchMedia('(forced-colors: active)').matches
    ? getComputedStyle(document.documentElement).backgroundColor
    : undefined;
  const faint: string[] = [];
  let seen = 0;
  for (const one of [...(host.shadowRoot ? every(host.shadowRoot) : []), ...every(host)]) {
    if (!one.checkVisibility({visibilityProperty: true}) || one.closest('iframe, style, .visually-hidden'))
      continue;
    const style = getComputedStyle(one);
    const words = [...one.childNodes].some((node) => node instanceof Text && node.data.trim());
    if (words && one.localName !== 'option') {
      seen++;
      const ratio = Math.min(
        ...[ground(one), plate ?? ground(one)].map((color) => contrast(style.color, color)),
      );
      if (ratio < 7)
        faint.push(`text ${ratio.toFixed(1)} <${one.localName}> ${one.textContent?.trim().slice(0, 30)}`);
    }
    if (one.matches('button, select')) {
      const ratio = contrast(style.borderTopColor, ground(above(one)));
      if (ratio < 3 || parseFloat(style.borderTopWidth) < 1)
        faint.push(`edge ${ratio.toFixed(1)} <${one.localName}> ${one.textContent?.trim().slice(0, 30)}`);
    }
  }
  return seen ? faint : ['nothing was looked at'];
}
