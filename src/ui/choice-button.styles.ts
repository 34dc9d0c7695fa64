import {css} from 'lit';

/**
 * The buttons that decide (`data-mode`, `data-answer`), slotted from the light DOM. In a shadow tree, rules marked important win over
 * the page's important ones (https://drafts.csswg.org/css-cascade-5/#cascade-context), so the page cannot favour one of them.
 * Put their slots into an element with the class `choices`: all become equally wide and high.
 */
export const choiceButtonStyles = css`
  .choices {
    display: grid;
    /* All beside each other where --_switch fits, else all below each other; never two and one. */
    grid-template-columns: repeat(
      auto-fit,
      minmax(clamp(30%, (var(--_switch, 33rem) - 100%) * 999, 100%), 1fr)
    );
    grid-auto-rows: 1fr;
    gap: var(--_gap);
  }
  /* First everything the page says is taken back, then what a button needs is said. */
  ::slotted(*) {
    all: revert !important;
    box-sizing: border-box !important;
  }
  ::slotted(*)::before,
  ::slotted(*)::after {
    content: none !important;
  }
  ::slotted(button) {
    min-block-size: var(--_target) !important;
    min-inline-size: var(--_target) !important;
    padding: 0.5rem 0.75rem !important;
    border: 1px solid var(--_border) !important;
    border-radius: var(--_radius) !important;
    background: transparent !important;
    color: var(--_accent) !important;
    font: inherit !important;
    letter-spacing: inherit !important;
    overflow-wrap: anywhere !important;
    cursor: pointer !important;
  }
  ::slotted(button[data-mode]),
  ::slotted(button[data-answer]) {
    inline-size: 100% !important;
    /* Without the odd 64th of a pixel that one track in three gets. */
    inline-size: round(down, 100%, 1px) !important;
    block-size: 100% !important;
    margin: 0 !important;
    border-color: var(--_accent) !important;
    background: var(--_fill) !important;
    color: var(--_on-accent) !important;
    font-weight: 600 !important;
  }
  ::slotted(a) {
    color: var(--_accent) !important;
  }
  ::slotted(:focus-visible) {
    outline: 0.1875rem solid var(--_accent) !important;
    outline-offset: 0.125rem !important;
  }
  ::slotted([hidden]) {
    display: none !important;
  }
  @media (forced-colors: active) {
    ::slotted(button) {
      border-color: ButtonText !important;
    }
  }
`;
