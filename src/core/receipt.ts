import type {Answer, Mode, Way} from './words.ts';
import type {Trace} from './undone.ts';

/** What was decided, for the visitor and for an auditor (GDPR Art. 7(1); ISO/IEC TS 27560 has the fields of a fuller one). */
export interface Receipt {
  /** 32 hexadecimal digits. */
  readonly id: string;
  /** UTC, ISO 8601. */
  readonly time: string;
  readonly mode: Mode | undefined;
  readonly answers: Readonly<Record<'purposes' | 'services' | 'cookies', Record<string, Answer>>>;
  /** What was declared when the choice was made. */
  readonly covers: Readonly<Record<'purposes' | 'services', readonly string[]>>;
  readonly policyUrl: string;
  readonly policyVersion: string;
  /** BCP 47 tag of the text shown, `-` if none was. */
  readonly language: string;
  /** SHA-256 of the text shown, its first 32 hexadecimal digits, `-` if none was. */
  readonly textHash: string;
  readonly given: Way;
  readonly library: string;
  readonly sharedComputer: boolean;
}

/** A cookie or storage key that is there now. */
export interface Presence extends Trace {
  readonly purpose: string | undefined;
  readonly declared: boolean;
  readonly allowed: boolean;
}
