/** Why something could not be removed. */
export type Obstacle = 'http-only' | 'in-use' | 'blocked' | 'not-loaded';

/** One thing that a service had stored. */
export interface Trace {
  readonly kind: 'cookie' | 'local-storage' | 'session-storage' | 'indexed-db' | 'cache' | 'service-worker';
  readonly name: string;
  /** The service that declared it. */
  readonly service?: string | undefined;
}

/** What a withdrawal removed, as read back afterwards, and what it could not. */
export interface UndoReport {
  readonly removed: readonly Trace[];
  readonly left: readonly (Trace & {readonly why: Obstacle})[];
  /** Code of these services had already run; only a reload ends it. */
  readonly running: readonly string[];
}
