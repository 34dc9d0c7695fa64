import {stay} from '../core/attachment.ts';
import {detachable} from '../core/detachable.ts';
import {cookieWrite} from './cookie-write.ts';
import type {Consent} from '../core/consent.ts';
import type {Detach} from '../core/attachment.ts';
import type {Submit} from './held-writes.ts';

/**
 * Holds what scripts assign to `document.cookie`: on the prototype, and on the document itself where somebody
 * (an auditor's recorder, say) has put a property of its own in front of it.
 */
export function guardDocumentCookie(consent: Consent, submit: Submit): Detach {
  let on = true;
  const detachers = [Document.prototype, document].map((target) => {
    const before = Object.getOwnPropertyDescriptor(target, 'cookie');
    const native = before?.set;
    if (!native || !before.configurable) return;
    const set = function (this: Document, value: unknown) {
      const write = (line: string) => native.call(this, line);
      const attempt = `${value}`;
      if (on) submit(cookieWrite(consent, attempt, write));
      else write(attempt);
    };
    Object.defineProperty(target, 'cookie', {...before, set});
    if (!detachable) return;
    return () => {
      // Whoever came after us keeps what they put there; ours then only passes on.
      if (Object.getOwnPropertyDescriptor(target, 'cookie')?.set === set) {
        Object.defineProperty(target, 'cookie', before);
      }
    };
  });
  if (!detachable) return stay;
  return () => {
    on = false;
    for (const detach of detachers) detach?.();
  };
}
