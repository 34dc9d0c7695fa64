import type { Attachment } from '../core/attachment.js';
/**
 * Tells Google's tags what is allowed, by Consent Mode version 2, where `signals.googleConsentMode` asks for it. Attach it before the gate,
 * so that every tag finds the defaults, and each update, waiting for it
 * (https://developers.google.com/tag-platform/security/guides/consent).
 */
export declare const googleConsentMode: Attachment;
