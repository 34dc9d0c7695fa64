import type {PageFunction} from './browser.ts';

/** The text of an expression that calls a function in the page, as a promise. */
export function pageScript(run: PageFunction<never, unknown>, args: readonly unknown[]): string {
  if (typeof run === 'string') return `(async () => (${run}))()`;
  const values = args.map((value) => JSON.stringify(value) ?? 'undefined').join(', ');
  // The compiler that runs the tests wraps named functions in `__name`, which a page does not have.
  return `(async () => { const __name = (it) => it; return (${run})(${values}); })()`;
}
