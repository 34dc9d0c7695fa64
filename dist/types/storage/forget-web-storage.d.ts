/** One of the two areas of Web Storage. */
export interface StorageArea {
    readonly kind: 'local-storage' | 'session-storage';
    /** Throws where storage is blocked, as does `remove`. */
    keys(): string[];
    remove(key: string): void;
}
/** The areas to forget keys in; merely touching one throws where storage is blocked. */
export declare const storageAreas: readonly StorageArea[];
