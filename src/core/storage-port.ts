/** Where the record is kept. Nothing in it throws: storage that is blocked reads as empty and keeps nothing. */
export interface RecordStorage {
  /** Every value visible under the record's name: more than one means that somebody else wrote one too. */
  read(): string[];
  /**
   * Keeps the record until a moment (milliseconds since 1970), or without one until the browser closes.
   * @returns whether it could be read back.
   */
  write(record: string, until: number | undefined): boolean;
  clear(): void;
}

/** Storage for one page, for tests and for servers. */
export function memoryStorage(...records: string[]): RecordStorage {
  return {
    read: () => records,
    write: (record) => !!(records = [record]),
    clear: () => (records = []),
  };
}
