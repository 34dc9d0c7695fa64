import { Consent } from '../core/consent.js';
import type { Attachment } from '../core/attachment.js';
import type { PurposeJar } from '../storage/purpose-jar.js';
import type { Undoer } from './undoing.js';
/** One part of the user interface, in a file of its own. */
export interface Part<Context> {
    attach(context: Context): unknown;
    /** Shows what is not shown by itself. */
    open?(): void;
}
/** Where texts in other languages come from. */
export interface Languages<Messages> {
    /** BCP 47 tags. */
    readonly available: readonly string[];
    load(tag: string): Promise<Messages>;
}
/** What lies in files of its own, since it is needed only sometimes; the names are those of the files. */
export interface Parts<Context, Messages> {
    ui: Part<Context> & {
        ready(consent: Consent<string, PurposeJar>, languages: Languages<Messages>): Promise<Context>;
    };
    question: Part<Context>;
    settings: Part<Context>;
    embed: Part<Context>;
    table: Part<Context>;
    gate: {
        readonly gate: Attachment;
    };
    undo: Undoer;
}
/** Fetches one of them. */
export type FetchPart<All> = <Name extends keyof All>(name: Name) => Promise<All[Name]>;
/**
 * Starts from a script tag; shows a part of the user interface only when there is something to show.
 * Never throws: with a configuration that cannot be read, the object is there, allows nothing and asks nothing.
 */
export declare function boot<Context, Messages>(tag: HTMLElement, fetchPart: FetchPart<Parts<Context, Messages>>, languages: Languages<Messages>): Consent<string, PurposeJar>;
