/** Whether the parser may not have reached an element's end: nothing follows it in a document that is still coming in. */
export function unfinished(element: Element): boolean {
  let last: Node = document;
  while (last.lastChild) last = last.lastChild;
  return document.readyState === 'loading' && element.contains(last);
}
