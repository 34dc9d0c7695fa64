/** Puts the focus into content that has just been allowed: into a frame or player, or onto what a template has brought. */
export declare function embedFocus(target: HTMLElement): void;
