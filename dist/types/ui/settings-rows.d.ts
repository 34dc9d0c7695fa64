/** Labels with what belongs to them; what is empty is left out, and a label without anything too. */
export declare function settingsRows(rows: readonly (readonly [label: unknown, ...values: unknown[]])[]): unknown;
