import {css} from 'lit';

/** The placeholder: a box over what it stands for, or in the flow for a template, which has no place of its own. */
export const embedStyles = css`
  :host {
    display: block !important;
    position: relative !important;
  }
  /* Beside what it stands for, the host takes part in no layout, neither of lines nor of a grid. */
  :host([beside]) {
    display: contents !important;
    position: static !important;
  }
  [part='box'] {
    display: flex;
    flex-direction: column;
    justify-content: safe center;
    gap: var(--_gap);
    margin-block: 1rem;
    padding: 1rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_background);
    color: var(--_color);
    overflow: auto;
    overflow-wrap: anywhere;
    text-align: start;
  }
  .missing {
    font-weight: 700;
  }
  .choices,
  .more {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
  }
  .choices > button {
    flex: 1 1 8rem;
    max-inline-size: 20rem;
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .more {
    align-items: center;
    column-gap: 1rem;
  }
  .more > a {
    padding-block: 0.625rem;
  }
  @media print {
    [part='box'] {
      display: none;
    }
  }
`;
