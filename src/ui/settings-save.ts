import {byKind, effective, inherited, kinds, withAnswer} from './settings-draft.ts';
import type {Circumstances, Consent} from '../core/consent.ts';
import type {Answer} from '../core/words.ts';
import type {Draft, Kind} from './settings-draft.ts';

const entries = (draft: Draft, kind: Kind) => Object.entries(draft[kind]) as [string, Answer | ''][];

const answersIn = (draft: Draft, wanted: (kind: Kind, id: string, answer: Answer) => boolean) =>
  byKind(
    (kind) =>
      Object.fromEntries(
        entries(draft, kind).filter(([id, answer]) => answer && wanted(kind, id, answer)),
      ) as Record<string, Answer>, // '' is left out
  );

/** Whether a draft says anything that could be saved: a mode or an answer. */
export const saysSomething = (draft: Draft): boolean =>
  !!draft.mode || kinds.some((kind) => Object.values(draft[kind]).some(Boolean));

/** Whether saving a draft would accept anything that is not accepted now: only a visitor's own click may do that. */
export function acceptsMore(consent: Consent, draft: Draft): boolean {
  const {used, services} = consent.declaration;
  const more = (kind: Kind, id: string, now: Answer | undefined) =>
    now !== 'accept' && effective(consent, draft, kind, id) === 'accept';
  return (
    (draft.mode === 'accept-all' && consent.mode !== 'accept-all') ||
    used.some((id) => more('purposes', id, consent.verdict(id))) ||
    services.some(
      ({id, purpose}) => purpose !== 'necessary' && more('services', id, consent.verdict(purpose, id)),
    ) ||
    Object.keys(draft.cookies).some((name) => more('cookies', name, consent.decide(name)))
  );
}

/** The draft with an answer of its own for what was declared later: taking another answer back must not grant it. */
function goingOnAsking(consent: Consent, draft: Draft): Draft {
  const {purposes, services} = consent.declaration;
  const isAdded = (kind: Kind, id: string) =>
    !draft[kind][id] && inherited(consent, draft, kind, id).from === 'added';
  let asking = draft;
  for (const id in purposes)
    if (isAdded('purposes', id)) asking = withAnswer(asking, 'purposes', id, 'notify');
  for (const {id, purpose} of services) {
    if (isAdded('services', id) && !isAdded('purposes', purpose))
      asking = withAnswer(asking, 'services', id, 'notify');
  }
  return asking;
}

/**
 * Carries a draft out in one change: a mode that was changed, or an answer that was taken back, is a choice anew with the answers
 * left; everything else is answers beside the mode that stands.
 */
export function saveDraft(consent: Consent, draft: Draft, circumstances: Circumstances): void {
  const {choice} = consent;
  const old = (kind: Kind, id: string) => choice?.[kind][id] ?? '';
  const takenBack = kinds.some((kind) =>
    entries(draft, kind).some(([id, answer]) => !answer && old(kind, id)),
  );
  const how = {...circumstances, session: draft.session};
  if (draft.mode && (draft.mode !== choice?.mode || takenBack)) {
    consent.choose(draft.mode, {...how, answers: answersIn(goingOnAsking(consent, draft), () => true)});
    return;
  }
  const changed = answersIn(draft, (kind, id, answer) => answer !== old(kind, id));
  if (kinds.some((kind) => Object.keys(changed[kind])[0]) || (choice && draft.session !== choice.session)) {
    consent.answer(changed, how);
  }
}
