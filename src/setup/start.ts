import {Consent} from '../core/consent.ts';
import {guard} from '../guard/guard.ts';
import {gpc} from '../signals/gpc.ts';
import {followRecord} from '../storage/follow-record.ts';
import {present} from '../storage/present.ts';
import {purposeJar} from '../storage/purpose-jar.ts';
import {recordCookie} from '../storage/record-cookie.ts';
import {declare} from './declare.ts';
import {undoing} from './undoing.ts';
import type {Attachment} from '../core/attachment.ts';
import type {PurposeJar} from '../storage/purpose-jar.ts';
import type {Undoer} from './undoing.ts';

/** The one consent of a page, whichever copy of the library started it. */
const key = Symbol.for('cookie-modes');
const page = globalThis as {[key]?: Consent<string, PurposeJar>};

/**
 * From a configuration to a running consent: gate, guard and signals attached, the record read.
 * @param gate the gate; code that is marked is inert without it, so that it may come later.
 * @param load fetches the code that undoes, when it is needed.
 * @throws ConfigError when the configuration makes consent impossible to honour.
 */
export function startWith(
  config: unknown,
  gate: Attachment,
  load: () => Promise<Undoer>,
): Consent<string, PurposeJar> {
  if (page[key]) {
    console.warn('cookie-modes: started twice. Remove one.');
    return page[key];
  }
  const declaration = declare(config);
  const consent = (page[key] = new Consent<string, PurposeJar>(declaration, {
    storage: recordCookie(declaration.record.domain),
    jar: purposeJar,
    present,
    announce: (name, detail) => document.dispatchEvent(new CustomEvent(`cookie-modes-${name}`, {detail})),
  }));
  for (const attach of [guard, followRecord, gpc, gate, undoing(load)]) attach(consent);
  return consent;
}
