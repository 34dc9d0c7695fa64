import {readFileSync} from 'node:fs';

/** A piece of code shown in README.md. */
export interface CodeBlock {
  readonly language: string;
  /** What else its fence says. */
  readonly note: string;
  /** The line it begins on. */
  readonly line: number;
  readonly code: string;
}

/** README.md, as text. */
export const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** What README.md shows in one language, in order. */
export function codeBlocks(language: string): CodeBlock[] {
  return [...readme.matchAll(/^```(\S*) ?(.*)\n([^]*?)^```$/gm)]
    .filter(([, found]) => found === language)
    .map(({1: found = '', 2: note = '', 3: code = '', index}) => ({
      language: found,
      note,
      line: readme.slice(0, index).split('\n').length,
      code,
    }));
}
