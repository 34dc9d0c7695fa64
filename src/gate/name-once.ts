/** Says each thing once, to the developer, in the console. */
export function nameOnce(): (text: string) => void {
  const said = new Set<string>();
  return (text) => {
    if (!said.has(text)) console.error(`cookie-modes: ${text}.`);
    said.add(text);
  };
}

/** An element by its opening tag. */
export const tagOf = (element: Element): string => `${element.outerHTML.split('>')[0]}>`;
