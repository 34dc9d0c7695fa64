import {css} from 'lit';

/** The settings dialog: one column, its own scrolling, the buttons always in view where there is height for it. */
export const settingsStyles = css`
  /* As large as the window, to be measured by it; the dialog itself is above everything. */
  :host([open]) {
    position: fixed;
    inset: 0;
    display: block;
    container-type: size;
    pointer-events: none;
  }
  dialog {
    pointer-events: auto;
    inline-size: min(48rem, 100% - 1rem);
    max-inline-size: none;
    max-block-size: calc(100dvb - 1rem);
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_background);
    color: var(--_color);
    overflow-wrap: anywhere;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 60%);
  }
  header,
  footer,
  .body {
    padding: 0.75rem 1rem;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
    align-items: center;
    justify-content: space-between;
    border-block-end: 1px solid var(--_border);
  }
  header button {
    flex: none;
  }
  footer {
    border-block-start: 1px solid var(--_border);
  }
  .body {
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }
  /* Firefox lets the keyboard into what scrolls; the ring would be cut off outside. */
  .body:focus-visible {
    outline-offset: -0.1875rem;
  }
  section > * + *,
  fieldset > * + *,
  footer > :not(:empty) + * {
    margin-block-start: var(--_gap);
  }
  .body > * + * {
    margin-block-start: 1.5rem;
  }
  h2 {
    flex: 1 1 6em;
    font-size: 1.375em;
  }
  h3,
  legend {
    padding: 0;
    font-size: 1.1875em;
    font-weight: 700;
    line-height: 1.3;
  }
  h5 {
    font-size: 1em;
  }
  .purpose {
    padding: 1rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .service {
    padding-block-start: var(--_gap);
    border-block-start: 1px solid var(--_border);
  }
  dl {
    display: grid;
    grid-template-columns: minmax(6rem, max-content) minmax(0, 1fr);
    gap: 0.25rem 1rem;
  }
  dt {
    font-weight: 600;
  }
  dd {
    grid-column: 2;
  }
  .rights ul,
  .report ul,
  .policy ul {
    padding-inline-start: 1.25rem;
  }
  .rights ul {
    display: grid;
    gap: 0.5rem;
    padding: 0;
    list-style: none;
  }
  .rights li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(12rem, auto);
    gap: 0.25rem 1rem;
    align-items: center;
  }
  label:has(input) {
    display: flex;
    gap: 0.75rem;
    align-items: center;
    min-block-size: var(--_target);
    font-weight: 600;
    cursor: pointer;
  }
  input {
    flex: none;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  label:has(input) + p {
    padding-inline-start: 2.25rem;
  }
  .answer {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 0.25rem 1rem;
    align-items: center;
    font-weight: 600;
  }
  .answer + p {
    margin-block-start: 0.25rem;
  }
  select {
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: 0.25rem 0.5rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_background);
    color: var(--_color);
    font: inherit;
    font-weight: 400;
    letter-spacing: inherit;
    /* WebKit lets the longest option stick out. */
    overflow: hidden;
    contain: paint;
  }
  summary {
    min-block-size: var(--_target);
    align-content: center;
    color: var(--_accent);
    cursor: pointer;
  }
  .buttons {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr));
    grid-auto-rows: 1fr;
    gap: var(--_gap);
  }
  .strong {
    border-color: var(--_accent);
    background: var(--_fill);
    color: var(--_on-accent);
    font-weight: 600;
  }
  [role='status']:not(:empty) {
    margin-block-end: 0.5rem;
    font-weight: 600;
  }
  pre {
    margin: 0.75rem 0 0;
    padding: 0.75rem;
    border: 1px solid var(--_border);
    white-space: pre-wrap;
    font-size: 0.875em;
  }
  @media (max-width: 36rem) {
    dl,
    .answer,
    .rights li {
      grid-template-columns: minmax(0, 1fr);
    }
    dd {
      grid-column: 1;
    }
  }
  /* Little height for the size of the text, as under 400 % zoom: everything scrolls, so that the buttons leave room for what has
     the focus (WCAG 2.4.11). */
  @container (max-height: 32em) {
    dialog[open] {
      display: block;
      overflow: auto;
    }
    .body {
      overflow: visible;
    }
  }
  @media (forced-colors: active) {
    .strong {
      border: 2px solid ButtonText;
    }
  }
  @media print {
    :host(:not([printing])) {
      display: none !important;
    }
    :host([open]) {
      position: static;
      container-type: normal;
    }
    dialog[open] {
      position: static;
      display: block;
      inline-size: auto;
      max-block-size: none;
      border: 0;
      overflow: visible;
      visibility: hidden;
    }
    .body {
      overflow: visible;
    }
    header,
    footer,
    .body > :not(.rights),
    .rights > :not(.record),
    .record > :not(.receipt) {
      display: none;
    }
    .receipt {
      visibility: visible;
    }
  }
`;
