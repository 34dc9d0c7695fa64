import {bare} from '../core/bare.ts';
import {blank} from '../core/coverage.ts';
import {answerOfMode} from '../core/words.ts';
import type {Consent} from '../core/consent.ts';
import type {Covered} from '../core/record.ts';
import type {Answer, Mode} from '../core/words.ts';

/** What an answer can be given for. */
export const kinds = ['purposes', 'services', 'cookies'] as const;
/** What an answer can be given for. */
export type Kind = (typeof kinds)[number];

/** The settings as they are filled in, not yet saved; '' is "as what stands above it". */
export interface Draft extends Readonly<Record<Kind, Covered>> {
  readonly mode: Mode | undefined;
  readonly session: boolean;
  /** The finer answers that stood under the modes left meanwhile. */
  readonly before: Readonly<Partial<Record<Mode, Readonly<Record<Kind, Covered>>>>>;
}

/** Where an answer comes from that was not given for the thing itself; `added`: declared after the choice. */
export interface Inherited {
  readonly from: 'service' | 'purpose' | 'mode' | 'added' | 'signal' | 'none';
  readonly answer: Answer | undefined;
}

/** Something for each kind. */
export const byKind = <T>(make: (kind: Kind) => T): Record<Kind, T> =>
  Object.fromEntries(kinds.map((kind) => [kind, make(kind)])) as Record<Kind, T>; // each kind is there

/** The choice in force as a draft: untouched where nothing was chosen. */
export function draftOf({choice}: Consent): Draft {
  return {
    mode: choice?.mode,
    session: choice?.session ?? false,
    before: {},
    ...byKind((kind) => bare<Covered>(choice?.[kind] ?? {})),
  };
}

/**
 * The draft with another mode: a mode covers everything, so finer answers are cleared, as when it is saved. Coming back to a mode brings
 * back what stood under it: the arrow keys pass through every mode, and nobody means to take an answer back by that.
 */
export const withMode = (draft: Draft, mode: Mode): Draft => {
  const {mode: left} = draft;
  const before = {...draft.before, ...(left && {[left]: byKind((kind) => draft[kind])})};
  return {
    ...draft,
    mode,
    before,
    ...(before[mode] ?? byKind((kind) => blank(Object.keys(draft[kind])))),
  };
};

/** The draft with one answer more, or with '' one less. */
export const withAnswer = (draft: Draft, kind: Kind, id: string, answer: Answer | ''): Draft => ({
  ...draft,
  [kind]: bare({...draft[kind], [id]: answer}),
});

/** What would hold for a purpose, service or cookie that has no answer of its own, and why. */
export function inherited(consent: Consent, draft: Draft, kind: Kind, id: string): Inherited {
  const {choice} = consent;
  const {mode} = draft;
  const fromMode = (): Inherited =>
    mode
      ? {from: 'mode', answer: answerOfMode(mode)}
      : consent.signalled
        ? {from: 'signal', answer: 'refuse'}
        : {from: 'none', answer: undefined};
  // A mode chosen anew covers everything, and so does a purpose answered anew; what stands covers what was declared at the time.
  const added = (list: 'purposes' | 'services', key: string) =>
    choice && mode === choice.mode && !(key in choice[list]) && !draft[list][key];
  const owner = kind === 'cookies' ? consent.owner(id, 'cookies') : consent.service(id);
  const purpose = kind === 'purposes' ? id : (owner?.purpose ?? consent.purposeOf(id));
  if (!purpose) return fromMode();
  const ofService = kind === 'cookies' && owner && draft.services[owner.id];
  if (ofService) return {from: 'service', answer: ofService};
  const ofPurpose = kind === 'purposes' ? '' : draft.purposes[purpose];
  const {used} = consent.declaration;
  const isNew =
    (used.includes(purpose) && added('purposes', purpose)) ||
    (kind !== 'purposes' && owner && added('services', owner.id));
  const anew = ofPurpose && ofPurpose !== choice?.purposes[purpose];
  if (isNew && !anew && ofPurpose !== 'refuse') return {from: 'added', answer: 'notify'};
  return ofPurpose ? {from: 'purpose', answer: ofPurpose} : fromMode();
}

/** What would hold for a purpose, service or cookie if the draft were saved. */
export const effective = (consent: Consent, draft: Draft, kind: Kind, id: string): Answer | undefined =>
  draft[kind][id] || inherited(consent, draft, kind, id).answer;
