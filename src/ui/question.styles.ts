import {css} from 'lit';

/** The question: the host itself is the box at the lower edge. While it is closed only its status is there, unseen. */
export const questionStyles = css`
  :host {
    display: flex !important;
    flex-direction: column !important;
    position: fixed !important;
    inset: auto 0 0 !important;
    z-index: 2147483646 !important;
    inline-size: auto !important;
    block-size: auto !important;
    min-inline-size: 0 !important;
    min-block-size: 0 !important;
    max-inline-size: none !important;
    max-block-size: min(80vh, 36rem) !important;
    margin: 0 !important;
    padding: 0 !important;
    border: 0 solid var(--_accent) !important;
    border-block-start-width: 0.1875rem !important;
    background: var(--_background) !important;
    box-shadow: 0 0 1.5rem rgb(0 0 0 / 25%);
    overflow: auto !important;
    overscroll-behavior: contain;
    float: none !important;
    transform: none !important;
    translate: none !important;
    rotate: none !important;
    scale: none !important;
    filter: none !important;
    clip-path: none !important;
    columns: auto !important;
    animation: none !important;
    transition: none !important;
  }
  :host(:not([open])) {
    inset: auto auto 0 0 !important;
    inline-size: 1px !important;
    block-size: 1px !important;
    border: 0 !important;
    overflow: hidden !important;
    clip-path: inset(50%) !important;
    pointer-events: none !important;
  }
  [part='card'] {
    display: flex;
    flex-direction: column;
    gap: var(--_gap);
    min-block-size: 0;
    inline-size: 100%;
    max-inline-size: 60rem;
    margin-inline: auto;
    padding: 1rem max(1rem, env(safe-area-inset-right)) max(1rem, env(safe-area-inset-bottom))
      max(1rem, env(safe-area-inset-left));
  }
  [hidden] {
    display: none !important;
  }
  .scroll {
    flex: 0 1 auto;
    min-block-size: 6rem;
    overflow: auto;
    overflow-wrap: anywhere;
    /* Room for the outline of what is focused. */
    margin: -0.375rem;
    padding: 0.375rem;
  }
  dl {
    display: grid;
    grid-template-columns: minmax(6rem, max-content) 1fr;
    column-gap: 1rem;
    margin-block-start: 0.5rem;
  }
  ::slotted(*) {
    margin: 0 !important;
  }
  ::slotted([role='heading']) {
    font-weight: 700 !important;
    font-size: 1.125em !important;
    line-height: 1.3 !important;
  }
  ::slotted(dt) {
    grid-column: 1 !important;
    font-weight: 600 !important;
  }
  ::slotted(dd) {
    grid-column: 2 !important;
  }
  ::slotted(a) {
    display: inline-block !important;
    padding-block: 0.625rem !important;
  }
  summary {
    display: list-item;
    inline-size: fit-content;
    padding-block: 0.625rem;
    color: var(--_accent);
    cursor: pointer;
  }
  ::slotted([slot='value']) {
    font-family: ui-monospace, monospace !important;
  }
  .same {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: center;
    column-gap: 0.75rem;
  }
  ::slotted(input) {
    inline-size: 1.5rem !important;
    block-size: 1.5rem !important;
    accent-color: var(--_accent) !important;
  }
  ::slotted(label) {
    padding-block: 0.625rem !important;
    cursor: pointer !important;
  }
  .answers {
    display: grid;
    gap: var(--_gap);
  }
  @media (min-width: 48rem) {
    .answers {
      grid-template-columns: 1fr auto;
    }
  }
  @media (max-width: 30rem) {
    dl {
      grid-template-columns: 1fr;
    }
    ::slotted(dd) {
      grid-column: 1 !important;
    }
  }
  @media (forced-colors: active) {
    :host {
      border-color: CanvasText !important;
    }
  }
  @media print {
    :host {
      display: none !important;
    }
  }
`;
