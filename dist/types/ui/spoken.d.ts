import type { LocalizedText } from './context.js';
/** A text of the site, marked with its language where that is not the one around it (WCAG 3.1.2). */
export declare const spoken: (text: LocalizedText | undefined) => unknown;
