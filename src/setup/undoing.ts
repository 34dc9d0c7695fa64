import {nativeCookie} from '../storage/native-cookie.ts';
import {stay} from '../core/attachment.ts';
import {detachable} from '../core/detachable.ts';
import {recordName} from '../core/record.ts';
import {present} from '../storage/present.ts';
import type {Attachment, Detach} from '../core/attachment.ts';
import type {Consent} from '../core/consent.ts';
import type {ChangeDetail, GateDetail} from '../core/events.ts';
import type {UndoReport} from '../core/undone.ts';
import type {Answer} from '../core/words.ts';
import type {UndoPage} from '../storage/undo.ts';

/** Why undoing has become necessary; nothing, where what is refused has appeared by itself. */
type Why = Partial<Pick<ChangeDetail, 'erased' | 'before'>>;

/** What is loaded when something is to be undone, has been stored by others than scripts of this page, or is to be posted. */
export interface Undoer {
  undo(consent: Consent, why: Why, page: UndoPage): Promise<UndoReport>;
  /** Asks about cookies that appear by themselves, or has them undone; posts receipts where that is asked for. */
  follow(undo: () => void): Attachment;
}

/** Undoes what is no longer allowed, by code that is loaded only when there is something to undo. */
export const undoing =
  (load: () => Promise<Undoer>): Attachment =>
  (consent) => {
    const running = new Set<string>();
    let detach: Detach | undefined;
    let loading: Promise<Undoer> | undefined;

    /** What is there and not allowed; `undecided` stands for what nobody has decided about. */
    const unwanted = (undecided?: Answer) =>
      present().filter(
        ({kind, name}) =>
          (kind !== 'cookie' && name === recordName) ||
          (consent.decide(name, kind === 'cookie' ? 'cookies' : 'storage') ?? undecided) !== 'accept',
      );
    const later = () =>
      (loading ??= load().then((undoer) => {
        detach = undoer.follow(() => void undo({}))(consent);
        return undoer;
      }));
    const undo = async (why: Why): Promise<UndoReport> => {
      try {
        return await (await later()).undo(consent, why, {running, cookie: nativeCookie});
      } catch (error) {
        loading = undefined;
        console.error('cookie-modes: nothing removed.', error);
        const left = unwanted().map((trace) => ({...trace, why: 'not-loaded'}) as const);
        return {removed: [], left, running: [...running]};
      }
    };

    // All else that the gate has let go it shuts again.
    const released = ({detail: {element, service, purpose}}: CustomEvent<GateDetail>) =>
      element.localName === 'script' && running.add(service ?? purpose);
    const changed = ({detail}: CustomEvent<ChangeDetail>) => {
      if (detail.before || consent.mode !== 'accept-all' || unwanted('accept')[0]) {
        consent.undoing = undo(detail).then((report) => {
          consent.tell('undone', report);
          return report;
        });
      }
    };
    /** While nothing is chosen, what is there waits; then what nothing allows is asked about or removed. */
    const look = () => {
      if (unwanted('accept')[0] || consent.declaration.record.receiptUrl) later().catch(console.error);
    };
    const store = globalThis.cookieStore;
    consent.addEventListener('released', released);
    consent.addEventListener('change', changed);
    store?.addEventListener('change', look);
    look();
    if (!detachable) return stay;
    return () => {
      consent.removeEventListener('released', released);
      consent.removeEventListener('change', changed);
      store?.removeEventListener('change', look);
      detach?.();
    };
  };
