import {html, nothing} from 'lit';

/** Labels with what belongs to them; what is empty is left out, and a label without anything too. */
export function settingsRows(rows: readonly (readonly [label: unknown, ...values: unknown[]])[]): unknown {
  const said = rows
    .map(([label, ...values]) => [label, values.filter(Boolean)] as const)
    .filter(([, values]) => values[0]);
  return said[0]
    ? html`<dl>
        ${said.map(
          ([label, values]) =>
            html`<dt>${label}</dt>
              ${values.map((value) => html`<dd>${value}</dd>`)}`,
        )}
      </dl>`
    : nothing;
}
