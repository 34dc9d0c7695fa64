import {detachable} from '../core/detachable.ts';
import type {Consent} from '../core/consent.ts';
import type {Question} from '../core/question.ts';
import type {Answer} from '../core/words.ts';

/** One attempt to store something. */
export interface Write extends Pick<Question, 'kind' | 'id' | 'attempt'> {
  /** Equal for writes that replace each other. */
  readonly lane: string;
  readonly deletion?: boolean;
  readonly verdict: () => Answer | undefined;
  /** @param waited whole seconds since the attempt */
  readonly carryOut: (waited: number) => void;
}

/** Takes a write from an interceptor; `drop` is called when it is refused. */
export type Submit = (write: Write, drop?: () => void) => void;

/**
 * Carries out, drops or holds writes as the consent says, and settles held ones, in their order, when it changes.
 * @returns where to submit a write, and how to end it
 */
export function holdWrites(consent: Consent) {
  type Held = readonly [
    write: Write,
    drop: (() => void) | undefined,
    time: number,
    stack: string | undefined,
  ];
  const held = new Map<unknown, Held>();
  const named = new Set<string>();

  const settle = (one: Held, key: unknown) => {
    const [write, drop, time, stack] = one;
    const {kind, id, attempt, deletion} = write;
    const verdict = write.verdict();
    if (kind === 'cookie' && !consent.owner(id) && !consent.necessary(id) && !named.has(id)) {
      named.add(id);
      console.warn(
        `cookie-modes: undeclared. Add {"name": "${id}"} to "necessary" or a service's "cookies".`,
      );
    }
    if (verdict === 'accept' || verdict === 'refuse') {
      held.delete(key);
      if (verdict === 'accept') write.carryOut(Math.round((Date.now() - time) / 1e3));
      else drop?.();
      return;
    }
    held.set(key, one);
    if (verdict && !deletion) consent.ask({kind, id, attempt, time, stack});
  };
  const settleAll = () =>
    held.forEach((one, key) => {
      try {
        settle(one, key);
      } catch (error) {
        console.error(error); // One that the browser does not take must not keep back those behind it.
      }
    });
  consent.addEventListener('change', settleAll);

  const submit: Submit = (write, drop) => {
    const {lane, id, deletion, carryOut} = write;
    // Deleting is always let through. Behind a held write it also waits its turn, or carrying that out would bring the cookie back.
    if (deletion) {
      carryOut(0);
      if (![...held.values()].some(([one]) => one.id === id)) return;
    }
    // A promise waits for each write of a cookie; a string is replaced by the next one.
    const key = drop ?? lane;
    held.delete(key);
    settle([write, drop, Date.now(), new Error().stack], key);
  };

  return [submit, () => detachable && consent.removeEventListener('change', settleAll)] as const;
}
