import { BaseElement } from './base-element.js';
import type { Context } from './context.js';
/**
 * What the site declares to store, a table for each purpose, and in words what of it is allowed now.
 * @tag cookie-modes-table
 * @summary The cookie declaration, for the policy page; follows the visitor's choice.
 * @csspart table
 */
export declare class TableElement extends BaseElement {
    #private;
    static styles: import("lit").CSSResult[];
    protected view(context: Context): unknown;
}
