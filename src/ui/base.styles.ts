import {css} from 'lit';

/**
 * What all elements share: colours, type, focus, plain buttons and links in the shadow tree.
 * Private names begin with `--_`; each takes the public property of the same name.
 */
export const baseStyles = css`
  :host {
    --_background: var(--cookie-modes-background, Canvas);
    --_color: var(--cookie-modes-color, CanvasText);
    --_border: var(--cookie-modes-border, #6b7280);
    --_accent: var(--cookie-modes-accent, #123f7a);
    --_on-accent: var(--cookie-modes-on-accent, #fff);
    --_fill: var(--_accent);
    --_radius: var(--cookie-modes-radius, 0.25rem);
    --_gap: 0.75rem;
    --_target: max(2.75rem, 44px);
    box-sizing: border-box !important;
    font-family: var(--cookie-modes-font-family, inherit);
    /* Readable also where a page makes its root tiny, by a reset or out of spite. */
    font-size: max(var(--cookie-modes-font-size, 1rem), 14px) !important;
    font-weight: normal !important;
    font-style: normal !important;
    line-height: 1.5 !important;
    text-align: start !important;
    text-transform: none !important;
    color: var(--_color) !important;
    writing-mode: horizontal-tb !important;
  }
  @supports (color: light-dark(red, red)) {
    :host {
      --_border: var(--cookie-modes-border, light-dark(#6b7280, #9ca3af));
      --_accent: var(--cookie-modes-accent, light-dark(#123f7a, #b3d0ff));
      --_on-accent: var(--cookie-modes-on-accent, light-dark(#fff, #0b1b33));
      color-scheme: var(--cookie-modes-scheme, light dark) !important;
    }
  }
  /* The browser's colours, said too: tools read what is said. */
  @media (forced-colors: active) {
    :host {
      --_border: ButtonText;
      --_accent: ButtonText;
      /* Texts lie on a plate of the page's colour: dark ones on a light button could not be read. */
      --_on-accent: ButtonText;
      --_fill: ButtonFace;
    }
  }
  :host([hidden]) {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  p,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  ul,
  ol,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  h1,
  h2,
  h3,
  h4,
  h5,
  h6 {
    font-size: 1.125em;
    line-height: 1.3;
  }
  a {
    display: inline-block;
    min-block-size: var(--_target);
    align-content: center;
    padding-block: 0.625rem;
    color: var(--_accent);
  }
  /* Quiet buttons: those that decide are in choice-button.styles.ts. */
  button {
    min-block-size: var(--_target);
    min-inline-size: var(--_target);
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: transparent;
    color: var(--_accent);
    font: inherit;
    cursor: pointer;
  }
  button:hover {
    text-decoration: underline;
  }
  :focus-visible {
    outline: 0.1875rem solid var(--_accent);
    outline-offset: 0.125rem;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-contrast: more) {
    :host {
      --_border: currentcolor;
    }
  }
`;
