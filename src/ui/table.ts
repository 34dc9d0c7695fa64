import {html, nothing} from 'lit';
import {BaseElement} from './base-element.ts';
import {baseStyles} from './base.styles.ts';
import {purposesOf, serviceName, servicesOf, storedAnyway, storedBy} from './consent-view.ts';
import {keptInWords, kindInWords, nowInWords} from './consent-view-words.ts';
import {fill} from '../i18n/format.ts';
import {purposeText} from './purpose-texts.ts';
import {spoken} from './spoken.ts';
import {tableStyles} from './table.styles.ts';
import type {Service} from '../core/declaration.ts';
import type {StoredItem} from './consent-view.ts';
import type {Context} from './context.ts';

type Cell = readonly [label: string, value: unknown];

/**
 * What the site declares to store, a table for each purpose, and in words what of it is allowed now.
 * @tag cookie-modes-table
 * @summary The cookie declaration, for the policy page; follows the visitor's choice.
 * @csspart table
 */
export class TableElement extends BaseElement {
  static override styles = [baseStyles, tableStyles];

  protected override view(context: Context): unknown {
    const {declaration} = context.consent;
    return purposesOf(declaration).map((purpose) => {
      const rows = [
        ...(purpose === 'necessary'
          ? storedAnyway(context).map((item) => this.#row(context, purpose, item, undefined))
          : []),
        ...servicesOf(declaration, purpose).flatMap((service) => {
          const stored = storedBy(context, service);
          return (stored[0] ? stored : [undefined]).map((item) => this.#row(context, purpose, item, service));
        }),
      ];
      return this.#table(context, purpose, rows);
    });
  }

  #table(context: Context, purpose: string, rows: readonly (readonly Cell[])[]): unknown {
    const t = context.texts('table');
    const label = purposeText(purpose, 'label', context);
    const description = purposeText(purpose, 'description', context);
    const now = this.#now(context, purpose);
    // A column that says nothing in any row is left out.
    const shown = rows.map((row) => row.filter((_, index) => rows.some((other) => other[index]?.[1])));
    const [first = []] = shown;
    // The roles say again what the elements are: laid out as blocks on a narrow screen, they would be tables no more in some browsers.
    return html`<table role="table" part="table" data-purpose=${purpose}>
      <caption>
        <strong>${fill(t.captionFor, {purpose: label?.text ?? purpose})}</strong>
        ${description ? html`<span>${spoken(description)}</span>` : nothing}
        <span class="now"><span>${t.now}</span> ${now}</span>
      </caption>
      ${
        first[0]
          ? html`<thead role="rowgroup">
                <tr role="row">
                  ${first.map(([label]) => html`<th role="columnheader" scope="col">${label}</th>`)}
                </tr>
              </thead>
              <tbody role="rowgroup">
                ${shown.map(
                  (row) =>
                    html`<tr role="row">
                      ${row.map((cell, index) => this.#cell(cell, index))}
                    </tr>`,
                )}
              </tbody>`
          : html`<tbody role="rowgroup">
              <tr role="row">
                <td role="cell">${context.texts('time').notStated}</td>
              </tr>
            </tbody>`
      }
    </table>`;
  }

  #cell([label, value]: Cell, index: number): unknown {
    return index
      ? html`<td role="cell" data-label=${label}><span>${value ?? '–'}</span></td>`
      : html`<th role="rowheader" scope="row" data-label=${label}><span>${value}</span></th>`;
  }

  #row(
    context: Context,
    purpose: string,
    item: StoredItem | undefined,
    service: Service | undefined,
  ): readonly Cell[] {
    const t = context.texts('table');
    const description = item?.description ?? context.localized(service?.description);
    const provider = service && context.localized(service.provider);
    return [
      [
        t.name,
        item ? html`<code dir="ltr">${item.name}</code>` : spoken(service && serviceName(context, service)),
      ],
      [
        t.service,
        service
          ? html`${spoken(serviceName(context, service))}${provider ? html` <span class="provider">${spoken(provider)}</span>` : nothing}`
          : undefined,
      ],
      [t.description, description ? spoken(description) : undefined],
      [t.kind, item ? kindInWords(context, item) : undefined],
      [t.kept, item ? keptInWords(context, item.kept) : undefined],
      [t.now, this.#now(context, purpose, service, item?.kinds.includes('cookie') ? item.name : undefined)],
    ];
  }

  #now(context: Context, purpose: string, service?: Service, cookie?: string): string {
    return purpose === 'necessary'
      ? context.texts('table').nowNecessary
      : nowInWords(context, context.consent.verdict(purpose, service?.id, cookie));
  }
}
