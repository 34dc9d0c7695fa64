import type { RecordStorage } from '../core/storage-port.js';
/** The record as a first-party cookie, readable by any server language; js-cookie writes it. */
export declare function recordCookie(domain?: string): RecordStorage;
