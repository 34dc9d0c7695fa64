/** One of the two areas of Web Storage. */
export interface StorageArea {
  readonly kind: 'local-storage' | 'session-storage';
  /** Throws where storage is blocked, as does `remove`. */
  keys(): string[];
  remove(key: string): void;
}

const area = (kind: StorageArea['kind'], open: () => Storage): StorageArea => ({
  kind,
  keys: () => Object.keys(open()),
  remove: (key) => open().removeItem(key),
});

/** The areas to forget keys in; merely touching one throws where storage is blocked. */
export const storageAreas: readonly StorageArea[] = [
  area('local-storage', () => localStorage),
  area('session-storage', () => sessionStorage),
];
