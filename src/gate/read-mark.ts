import type {Consent} from '../core/consent.ts';
import type {GateDetail} from '../core/events.ts';
import type {Answer} from '../core/words.ts';

/** What can be gated, with what of it is looked at. */
export type Gated = HTMLElement & Partial<Pick<HTMLScriptElement, 'src' | 'type'>>;

/** What an element is gated by, and the answer for it. */
export interface Mark extends GateDetail {
  readonly answer: Answer | undefined;
}

/** Reads marks: `data-service`, else `data-purpose`, else the declared service that the element's URL belongs to. */
export function readMark(consent: Consent, name: (text: string) => void) {
  const {services, purposes} = consent.declaration;
  return (element: Gated): Mark | undefined => {
    const {src, dataset} = element;
    let {purpose = '', service: id} = dataset;
    const service =
      purpose || id
        ? consent.service(id)
        : services.find((one) =>
            one.src?.some((prefix) => src?.startsWith(new URL(prefix, document.baseURI).href)),
          );
    const declared = service
      ? !purpose || purpose === service.purpose
      : !id && (purpose === 'necessary' || purpose in purposes);
    if (service && declared) ({purpose, id} = service);
    if (!purpose && !id) return;
    if (!declared) {
      name(
        id
          ? `data-service="${id}" stays shut: write {"id": "${id}", "purpose": "${purpose || '…'}"} in "services"`
          : `data-purpose="${purpose}" stays shut: write "${purpose}": {} in "purposes"`,
      );
    }
    return {element, purpose, service: id, answer: declared ? consent.verdict(purpose, id) : 'refuse'};
  };
}

/** Writes a mark on an element that nobody marked. */
export function writeMark({dataset}: HTMLElement, {purpose, service}: Mark): void {
  dataset['purpose'] ||= purpose;
  if (service) dataset['service'] ||= service;
}
