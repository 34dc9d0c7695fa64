import type { Attachment } from '../core/attachment.js';
/**
 * Follows the record wherever else it is written: another tab, a sub-domain, the server; on return from the back/forward
 * cache; and when a prerendered page is opened at last. Without https there is no cookieStore to hear others by: a tab then
 * follows when it is looked at again. A busy WebKitGTK tells of a cookie before `document.cookie` shows it: so each is read
 * once more a moment later.
 */
export declare const followRecord: Attachment;
