import {css} from 'lit';

/** Looks and places of the notice: the host itself is the box, so that tools which measure it see it. */
export const noticeStyles = css`
  :host {
    display: none !important;
    flex-direction: column !important;
    gap: var(--_gap);
    position: fixed !important;
    inset-block: auto 0 !important;
    inset-inline: 0 !important;
    z-index: 2147483647;
    inline-size: auto !important;
    block-size: auto !important;
    min-inline-size: 0 !important;
    min-block-size: 0 !important;
    max-inline-size: none !important;
    /* With very large text the buttons count for more than the page behind. */
    max-block-size: max(min(75vh, 40rem), min(90vh, 19rem)) !important;
    margin: 0 !important;
    padding: 1rem max(1rem, env(safe-area-inset-right)) max(1rem, env(safe-area-inset-bottom))
      max(1rem, env(safe-area-inset-left)) !important;
    overflow: auto !important;
    overscroll-behavior: contain;
    border: 0 solid var(--_accent) !important;
    border-block-start-width: 0.1875rem !important;
    background: var(--_background) !important;
    box-shadow: 0 0 1.5rem rgb(0 0 0 / 25%);
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
  :host([view]:not([hidden])) {
    display: flex !important;
  }
  :host > * {
    inline-size: 100%;
    max-inline-size: 72rem;
    margin-inline: auto;
  }
  :host([placement='top']) {
    inset-block: 0 auto !important;
    border-block-width: 0 0.1875rem !important;
    padding-block-start: max(1rem, env(safe-area-inset-top)) !important;
  }
  :host([placement='corner']) {
    --_switch: 99rem;
    inset-block-end: max(1rem, env(safe-area-inset-bottom)) !important;
    inset-inline: auto max(1rem, env(safe-area-inset-right)) !important;
    inline-size: min(24rem, 100vw - 2rem) !important;
    border-width: 0.125rem !important;
    border-radius: var(--_radius) !important;
  }
  :host([placement='inline']) {
    position: static !important;
    max-block-size: none !important;
    border-width: 0.125rem !important;
    box-shadow: none;
  }
  /* The text scrolls, the buttons stay in view. */
  .text {
    flex: 0 1 auto;
    min-block-size: 3rem;
    overflow: auto;
    overflow-wrap: anywhere;
  }
  :host([placement='inline']) .text {
    overflow: visible;
  }
  .actions {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
  }
  .choices {
    flex: 1 1 min(100%, 34rem);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1.5rem;
  }
  .shared {
    display: flex;
    align-items: center;
    gap: 0.5rem;
  }
  /* Not taken out of the page: screen readers tell of what comes into a status that was there before. */
  [role='status']:not(:has(p)) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  ::slotted(:is(h1, h2, h3, h4, h5, h6)) {
    margin: 0 0 0.25rem !important;
    font-size: 1.125em !important;
    font-weight: 700 !important;
    line-height: 1.3 !important;
  }
  ::slotted(p) {
    margin: 0 0 0.5rem !important;
    max-inline-size: 60rem !important;
  }
  ::slotted(ul) {
    margin: 0 0 0.5rem !important;
    padding-inline-start: 1.5rem !important;
  }
  ::slotted(strong) {
    display: inline-block !important;
    padding: 0 0.5rem !important;
    margin: 0 0 0.25rem !important;
    border: 0.125rem solid !important;
    border-radius: var(--_radius) !important;
  }
  ::slotted(a),
  .row > a {
    display: inline-flex !important;
    align-items: center !important;
    min-block-size: var(--_target) !important;
  }
  ::slotted(input) {
    flex: none !important;
    inline-size: max(1.5rem, 24px) !important;
    block-size: max(1.5rem, 24px) !important;
    margin: 0.625rem !important;
    margin-inline-start: 0 !important;
    accent-color: var(--_accent) !important;
  }
  ::slotted(label) {
    min-block-size: var(--_target) !important;
    min-inline-size: 0 !important;
    align-content: center !important;
    overflow-wrap: anywhere !important;
  }
  ::slotted(button[slot='settings']) {
    flex: 0 1 auto !important;
    max-inline-size: 100% !important;
    margin: 0 !important;
  }
  /* Where the text seldom fits, an edge tells that it goes on. */
  @media (max-width: 36rem) {
    :host(:not([placement='inline'])) .text {
      border-block-end: 1px solid var(--_border);
    }
  }
  @media (max-width: 30rem) {
    :host([placement='corner']) {
      inset-inline: 0.25rem !important;
      inset-block-end: max(0.25rem, env(safe-area-inset-bottom)) !important;
      inline-size: auto !important;
      padding: 0.5rem !important;
    }
  }
  @media (max-height: 26rem) {
    :host {
      --_gap: 0.5rem;
      --_switch: 1rem;
      max-block-size: 90vh !important;
      padding-block: 0.5rem !important;
    }
  }
  @media print {
    :host([view]:not([hidden])) {
      display: none !important;
    }
  }
`;
