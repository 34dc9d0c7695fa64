import {css} from 'lit';

/** The cookie table: a table where there is room, a stack of labelled lines where there is not. */
export const tableStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    overflow-wrap: anywhere;
    /* It stands in the page's text, on the page's ground: its colours and its type are the page's. */
    font: inherit !important;
    color: inherit !important;
    color-scheme: inherit !important;
    --_border: currentcolor;
  }
  table {
    inline-size: 100%;
    margin-block-end: 2rem;
    border-collapse: collapse;
  }
  caption {
    padding-block: 0.5rem;
    text-align: start;
  }
  caption > *,
  .provider {
    display: block;
  }
  caption strong {
    font-size: 1.125em;
  }
  .now > span {
    font-weight: 600;
  }
  th,
  td {
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_border);
    text-align: start;
    vertical-align: top;
  }
  tbody th {
    font-weight: 600;
  }
  @container (inline-size < 44rem) {
    table,
    caption,
    tbody,
    tr,
    th,
    td {
      display: block;
    }
    thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    tr {
      margin-block-end: 0.75rem;
      border: 1px solid var(--_border);
    }
    th,
    td {
      display: grid;
      grid-template-columns: minmax(7rem, 2fr) minmax(0, 5fr);
      gap: 0 0.75rem;
      border: 0;
    }
    /* The header is read out as a header already; here it is for the eye. */
    [data-label]::before {
      content: attr(data-label);
      content: attr(data-label) / '';
      font-weight: 600;
    }
  }
  /* Too narrow for two columns, as with very large text. */
  @container (inline-size < 16rem) {
    th,
    td {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media print {
    tr {
      break-inside: avoid;
    }
  }
`;
