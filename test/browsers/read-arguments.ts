import {engineNames, isEngineName, type EngineName} from './engine-names.ts';

/** Reads `[--engine name]… [files…]`; without an engine all three are meant. */
export function readArguments(words: readonly string[]): {engines: EngineName[]; files: string[]} {
  const engines: EngineName[] = [];
  const files: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    if (!word.startsWith('--engine')) {
      files.push(word);
      continue;
    }
    for (const name of (word.split('=')[1] ?? words[++index] ?? '').split(',')) {
      if (!isEngineName(name)) throw new Error(`--engine takes ${engineNames.join(', ')}, not "${name}"`);
      engines.push(name);
    }
  }
  return {engines: engines.length ? engines : [...engineNames], files};
}
