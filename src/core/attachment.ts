import type {Consent} from './consent.ts';

/** Undoes an attachment; the page is then as if it had never been attached. */
export type Detach = () => void;

/** For what cannot be undone, or need not be. */
export const stay: Detach = () => undefined;

/** Something that follows the visitor's choice: a gate, the guard, a signal, the whole user interface. */
export type Attachment = (consent: Consent) => Detach;

/** Several attachments as one, attached in their order. */
export const attachAll =
  (...attachments: readonly Attachment[]): Attachment =>
  (consent) => {
    const detachers = attachments.map((attach) => attach(consent));
    return () => {
      for (const detach of detachers) detach();
    };
  };
