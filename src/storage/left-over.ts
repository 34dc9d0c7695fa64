import {stay} from '../core/attachment.ts';
import {recordName} from '../core/record.ts';
import {storageAreas} from './forget-web-storage.ts';
import type {Attachment} from '../core/attachment.ts';
import type {UndoReport} from '../core/undone.ts';

/**
 * Has undone on a new page what the last one could not: stored items of refused services, when the page was left before the code that
 * undoes had come; and databases that were in use.
 */
export const leftOver =
  (undo: () => void): Attachment =>
  (consent) => {
    const refused = (name: string) => consent.decide(name, 'storage') === 'refuse';
    try {
      const keys = storageAreas.some((area) => area.keys().some(refused));
      if (keys || wasLeft()) undo();
    } catch {
      // Blocked storage has nothing to undo.
    }
    return stay;
  };

/** Whether an earlier page of this tab could not delete a database. */
export function wasLeft(): unknown {
  try {
    return sessionStorage.getItem(recordName);
  } catch {
    // Blocked storage remembers nothing.
  }
}

/**
 * Remembers in this tab, under the record's name, that a database is still in use: WebKit forgets the request to delete it together
 * with the page that made it.
 */
export function rememberLeft({left}: UndoReport): void {
  try {
    if (left.some(({why}) => why === 'in-use')) sessionStorage.setItem(recordName, 'left');
    else sessionStorage.removeItem(recordName);
  } catch {
    // Blocked storage remembers nothing.
  }
}
