import type {LocalizedText} from './context.ts';

/** A child that an element wants to have in its light DOM. */
export interface Piece {
  readonly slot: string;
  readonly tag: string;
  readonly text?: string | undefined;
  /** Instead of a text: a list item each. */
  readonly items?: readonly LocalizedText[];
  readonly attributes?: Readonly<Record<string, string | undefined>>;
}

/**
 * Keeps an element's slotted children: those the site gave stay and are put into the slot that `slotOf` names for them, those it did not
 * give are created, updated in place (so that focus stays) and removed again.
 */
export function lightDom(
  host: HTMLElement,
  slotOf: (child: Element) => string,
): (pieces: readonly Piece[]) => void {
  const own = new Map<string, HTMLElement>();
  return (pieces) => {
    const ours = new Set<Element>(own.values());
    const given = new Set<string>();
    for (const child of host.children) {
      if (ours.has(child)) continue;
      if (!child.slot) child.slot = slotOf(child);
      given.add(child.slot);
    }
    const kept = new Set<string>();
    for (const [index, {slot, tag, text, items, attributes}] of pieces.entries()) {
      if (given.has(slot)) continue;
      const key = `${slot} ${tag} ${slot ? '' : index}`;
      kept.add(key);
      const child = own.get(key) ?? document.createElement(tag);
      own.set(key, child);
      for (const [name, value] of Object.entries({...attributes, slot: slot || undefined})) {
        if (value === undefined) child.removeAttribute(name);
        else if (child.getAttribute(name) !== value) child.setAttribute(name, value);
      }
      if (items) {
        child.replaceChildren(
          ...items.map(({text, lang = ''}) => {
            const line = document.createElement('li');
            line.textContent = text;
            if (lang) line.lang = lang;
            return line;
          }),
        );
      } else if (text !== undefined && child.textContent !== text) child.textContent = text;
      if (child.parentNode !== host) host.append(child);
    }
    for (const [key, child] of own) {
      if (kept.has(key)) continue;
      child.remove();
      own.delete(key);
    }
  };
}
