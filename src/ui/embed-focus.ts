/** Puts the focus into content that has just been allowed: into a frame or player, or onto what a template has brought. */
export function embedFocus(target: HTMLElement): void {
  const content =
    target instanceof HTMLTemplateElement ? (target.nextElementSibling as HTMLElement | null) : target;
  if (!content) return;
  content.focus({preventScroll: true});
  if ((content.getRootNode() as Document | ShadowRoot).activeElement === content) return; // connected: it was just put in
  content.tabIndex = -1;
  content.focus({preventScroll: true});
  content.addEventListener('blur', () => content.removeAttribute('tabindex'), {once: true});
}
