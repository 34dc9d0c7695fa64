/** Where nothing but certain children may stand, or where our buttons would be inside a control. */
const closed =
  ':is(table,thead,tbody,tfoot,tr,colgroup,ul,ol,dl,select,picture,head)>*,:is(a,button,label,summary,svg,math) *';

/** Whether a template has something that would be missed. */
const hasContent = ({childNodes}: DocumentFragment) =>
  [...childNodes].some((node) =>
    node instanceof Element ? !node.matches('script,style,link,meta,noscript') : node.textContent?.trim(),
  );

/**
 * What the visitor misses while a marked element is held: the element, or the player or picture that it is a source of.
 * @returns undefined where there is nothing to see, or no place for a placeholder
 */
export function embedTarget(marked: Element): HTMLElement | undefined {
  const target = marked.matches('source,track')
    ? (marked.closest('audio,video') ?? marked.parentElement?.querySelector('img'))
    : marked;
  if (!(target instanceof HTMLElement)) return;
  if (target instanceof HTMLTemplateElement) {
    if (!hasContent(target.content)) return;
  } else if (!target.matches('iframe,img,audio,video,embed,object')) return;
  return target.matches(closed) ? undefined : target;
}
