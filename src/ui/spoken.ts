import {html} from 'lit';
import type {LocalizedText} from './context.ts';

/** A text of the site, marked with its language where that is not the one around it (WCAG 3.1.2). */
export const spoken = (text: LocalizedText | undefined): unknown =>
  text?.lang ? html`<span lang=${text.lang}>${text.text}</span>` : text?.text;
