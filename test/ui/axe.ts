import 'axe-core/axe.min.js';
import {expect} from 'chai';

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly {readonly html: string; readonly failureSummary?: string}[];
}
interface Axe {
  run(context: Element | Document, options: object): Promise<{violations: Violation[]}>;
}

const axe = (globalThis as unknown as {axe: Axe}).axe; // axe-core is UMD: it sets a global

/** Fails with what axe finds wrong, WCAG 2.2 AA, best practices and 7:1 contrast included. */
export async function expectAccessible(context: Element | Document = document): Promise<void> {
  const {violations} = await axe.run(context, {
    // The page around is a test's, not a site's.
    rules: {
      'color-contrast-enhanced': {enabled: true},
      'target-size': {enabled: true},
      'page-has-heading-one': {enabled: false},
      region: {enabled: false},
      'landmark-one-main': {enabled: false},
      'html-has-lang': {enabled: false},
      'document-title': {enabled: false},
    },
  });
  const told = violations.map(
    ({id, help, nodes}) =>
      `${id}: ${help}\n${nodes.map((node) => `  ${node.html}\n  ${node.failureSummary ?? ''}`).join('\n')}`,
  );
  expect(told.join('\n'), 'axe').to.equal('');
}
