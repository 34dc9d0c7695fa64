/**
 * Whether attachments can be undone. A page that starts with the script tag never stops: its build replaces this file by one
 * that says false, and the code that undoes attachments falls away.
 */
export declare const detachable: boolean;
