import {detachable} from '../core/detachable.ts';
import type {Consent} from '../core/consent.ts';
import type {Question} from '../core/question.ts';
import type {Answer} from '../core/words.ts';

/** One attempt to store something. */
export interface Write extends Pick<Question, 'kind' | 'id' | 'attempt'> {
  /** Equal for writes that replace each other. */
  readonly slot: string;
  readonly deletion?: boolean;
  readonly verdict: () => Answer | undefined;
  /** @param waited whole seconds since the attempt */
  readonly carryOut: (waited: number) => void;
}

/** Takes a write from an interceptor; `drop` is called when it is refused. */
export type Submit = (write: Write, drop?: () => void) => void;

/** Carries out, drops or holds writes as the consent says, and settles held ones, in their order, when it changes. */
export function holdWrites(consent: Consent) {
  interface Held {
    readonly write: Write;
    readonly drop: (() => void) | undefined;
    readonly time: number;
    readonly stack: string | undefined;
  }
  const held = new Map<unknown, Held>();
  const named = new Set<string>();

  const settle = (one: Held, slot: unknown) => {
    const {write, drop, time, stack} = one;
    const {kind, id, attempt, deletion} = write;
    const verdict = write.verdict();
    if (kind === 'cookie' && !consent.purposeOf(id) && !named.has(id)) {
      named.add(id);
      console.warn(
        `cookie-modes: undeclared. Add {"name": "${id}"} to "necessary" or a service's "cookies".`,
      );
    }
    if (verdict === 'accept' || verdict === 'refuse') {
      held.delete(slot);
      if (verdict === 'accept') write.carryOut(Math.round((Date.now() - time) / 1e3));
      else drop?.();
      return;
    }
    held.set(slot, one);
    if (verdict && !deletion) consent.ask({kind, id, attempt, time, stack});
  };
  const settleAll = () =>
    held.forEach((one, slot) => {
      try {
        settle(one, slot);
      } catch (error) {
        console.error(error); // One that the browser does not take must not keep back those behind it.
      }
    });
  consent.addEventListener('change', settleAll);

  const submit: Submit = (write, drop) => {
    const {slot, id, deletion, carryOut} = write;
    // Deleting is always let through. Behind a held write it also waits its turn, or carrying that out would bring the cookie back.
    if (deletion) {
      carryOut(0);
      if (![...held.values()].some((one) => one.write.id === id)) return;
    }
    // A promise waits for each write of a cookie; a string is replaced by the next one.
    const key = drop ?? slot;
    held.delete(key);
    settle({write, drop, time: Date.now(), stack: new Error().stack}, key);
  };

  return {
    submit,
    detach: () => detachable && consent.removeEventListener('change', settleAll),
  };
}
