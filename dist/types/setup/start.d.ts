import { Consent } from '../core/consent.js';
import type { Attachment } from '../core/attachment.js';
import type { PurposeJar } from '../storage/purpose-jar.js';
import type { Undoer } from './undoing.js';
/**
 * From a configuration to a running consent: gate, guard and signals attached, the record read.
 * @param gate the gate; code that is marked is inert without it, so that it may come later.
 * @param load fetches the code that undoes, when it is needed.
 * @throws ConfigError when the configuration makes consent impossible to honour.
 */
export declare function startWith(config: unknown, gate: Attachment, load: () => Promise<Undoer>): Consent<string, PurposeJar>;
