import type { Attachment } from '../core/attachment.js';
import type { UndoReport } from '../core/undone.js';
/**
 * Has undone on a new page what the last one could not: stored items of refused services, when the page was left before the code that
 * undoes had come; and databases that were in use.
 */
export declare const leftOver: (undo: () => void) => Attachment;
/** Whether an earlier page of this tab could not delete a database. */
export declare function wasLeft(): unknown;
/**
 * Remembers in this tab, under the record's name, that a database is still in use: WebKit forgets the request to delete it together
 * with the page that made it.
 */
export declare function rememberLeft({ left }: UndoReport): void;
