import type { Attachment } from '../core/attachment.js';
/**
 * Makes Matomo wait for consent, and tells it of each change, where `signals.matomo` asks for it. Attach it before the gate. Matomo keeps no
 * record of its own: the one of this library is asked on every page (https://developer.matomo.org/guides/tracking-consent).
 */
export declare const matomo: Attachment;
