import {css} from 'lit';

/** What the question has beyond the notice, whose box it takes. While it is closed only its status is there, unseen. */
export const questionStyles = css`
  :host {
    --_switch: 16rem;
  }
  :host(:not([view])) {
    display: block !important;
    inset: auto auto 0 0 !important;
    inline-size: 1px !important;
    block-size: 1px !important;
    padding: 0 !important;
    border: 0 !important;
    overflow: hidden !important;
    clip-path: inset(50%) !important;
  }
  .visually-hidden {
    inline-size: 1px;
  }
  dl {
    display: grid;
    grid-template-columns: minmax(5rem, max-content) 1fr;
    column-gap: 1rem;
  }
  .text {
    container-type: inline-size;
  }
  /* Where letters are large for the room, each particular stands under its name. */
  @container (inline-size < 12em) {
    dl {
      display: block;
    }
  }
  ::slotted([role='heading']) {
    font-size: 1.125em !important;
    font-weight: 700 !important;
  }
  ::slotted(dt) {
    font-weight: 600 !important;
  }
  ::slotted(dd) {
    grid-column: 2 !important;
    margin: 0 !important;
  }
  summary {
    min-block-size: var(--_target);
    align-content: center;
    color: var(--_accent);
    cursor: pointer;
  }
  ::slotted([slot='later']) {
    margin: 0 !important;
  }
`;
