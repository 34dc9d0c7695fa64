import type {Consent} from '../core/consent.ts';
import type {Question} from '../core/question.ts';
import type {Answer} from '../core/words.ts';

/** One attempt to store something. */
export interface Write extends Pick<Question, 'kind' | 'id' | 'attempt'> {
  /** Equal for writes that replace each other. */
  readonly slot: unknown;
  readonly verdict: () => Answer | undefined;
  /** @param waited milliseconds since the attempt */
  readonly carryOut: (waited: number) => void;
  readonly drop?: () => void;
}

/** Carries out, drops or holds writes as the consent says, and settles held ones, in their order, when it changes. */
export function holdWrites(consent: Consent) {
  const held = new Map<unknown, readonly [Write, time: number, stack: string | undefined]>();

  const settle = () => {
    for (const [slot, [write, time, stack]] of held) {
      const verdict = write.verdict();
      if (verdict === 'notify') {
        const {kind, id, attempt} = write;
        consent.ask({kind, id, attempt, time, stack});
      } else if (verdict) {
        held.delete(slot);
        if (verdict === 'accept') write.carryOut(Date.now() - time);
        else write.drop?.();
      }
    }
  };
  consent.addEventListener('change', settle);

  return {
    submit(write: Write, deletion?: boolean): void {
      const {slot, kind, id, attempt} = write;
      const verdict = write.verdict();
      // Deleting is always let through. After a held write it also waits its turn, or carrying that out would bring the cookie back.
      const behind = deletion && [...held.values()].some(([one]) => one.id === id);
      if (verdict === 'accept' || deletion) write.carryOut(0);
      else if (verdict === 'refuse') write.drop?.();
      if (behind || (!deletion && (!verdict || verdict === 'notify'))) {
        const time = Date.now();
        const {stack} = new Error();
        held.delete(slot);
        held.set(slot, [write, time, stack]);
        if (verdict && !deletion) consent.ask({kind, id, attempt, time, stack});
      }
    },
    detach(): void {
      consent.removeEventListener('change', settle);
    },
  };
}

/** Takes a write from an interceptor. */
export type Submit = ReturnType<typeof holdWrites>['submit'];
