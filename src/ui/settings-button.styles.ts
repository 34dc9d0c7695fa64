import {css} from 'lit';

/** Where the settings button stands. */
export const settingsButtonStyles = css`
  :host {
    display: inline-block;
  }
  :host([floating]) {
    position: fixed;
    inset-block-end: max(1rem, env(safe-area-inset-bottom));
    inset-inline-start: max(1rem, env(safe-area-inset-left));
    z-index: 2147483646;
    border-radius: var(--_radius);
    background: var(--_background);
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
