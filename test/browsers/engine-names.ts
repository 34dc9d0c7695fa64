/** The engines every browser test runs in, in the order they are reported. */
export const engineNames = ['chromium', 'firefox', 'webkit'] as const;

/** One of the three engines. */
export type EngineName = (typeof engineNames)[number];

/** Whether a word from the command line names an engine. */
export function isEngineName(word: string): word is EngineName {
  return engineNames.some((name) => name === word);
}
