/** Takes a node out and puts it back in its place: a script that now has its real type runs, a frame forgets its page. */
export function remount(node: ChildNode): void {
  const place = new Comment();
  node.replaceWith(place);
  place.replaceWith(node);
}
