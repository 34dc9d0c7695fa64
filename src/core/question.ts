/** One thing waiting for the visitor's answer in notify mode. */
export interface Question {
  /** What is asked about, and so where the answer is remembered. */
  readonly kind: 'purpose' | 'service' | 'cookie';
  /** Purpose id, service id, or cookie name. */
  readonly id: string;
  /** What wants to be done, as it was attempted: a cookie string, a script's URL, a storage key. */
  readonly attempt: string;
  /** When it was attempted: milliseconds since 1970. */
  readonly time: number;
  /** Call stack of the attempt: who writes, where that can be told. */
  readonly stack?: string | undefined;
  /** The cookie is there already (a server's `Set-Cookie`, a frame): accept keeps it, refuse deletes it. */
  readonly appeared?: boolean;
}

/** The same for the same question put again. */
export const keyOf = ({kind, id}: Pick<Question, 'kind' | 'id'>): string => `${kind} ${id}`;
