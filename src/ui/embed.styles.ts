import {css} from 'lit';

/**
 * The placeholder: a box over what it stands for, or in the flow for a template, which has no place of its own. Beside what it stands
 * for, the host takes part in no layout, neither of lines nor of a grid. In a low box the buttons come before the reasons, so that they
 * are seen without scrolling.
 */
export const embedStyles = css`
  :host {
    display: block !important;
    position: relative !important;
  }
  :host([beside]) {
    display: contents !important;
    position: static !important;
  }
  [part='box'] {
    display: flex;
    flex-direction: column;
    justify-content: safe center;
    gap: 0.5rem;
    margin-block: 1rem;
    padding: 0.75rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_background);
    color: var(--_color);
    overflow: auto;
    overflow-wrap: anywhere;
  }
  .missing {
    font-weight: 700;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
  }
  .choices {
    align-items: stretch;
  }
  .choices > button {
    flex: 1 1 6.5rem;
    max-inline-size: 20rem;
    border-color: var(--_accent);
    background: var(--_fill);
    color: var(--_on-accent);
    font-weight: 600;
  }
  @container (max-height: 14rem) {
    .missing {
      order: -2;
    }
    .choices {
      order: -1;
    }
  }
  @media print {
    [part='box'] {
      display: none;
    }
  }
`;
