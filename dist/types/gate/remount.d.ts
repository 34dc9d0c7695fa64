/** Takes a node out and puts it back in its place: a script that now has its real type runs, a frame forgets its page. */
export declare function remount(node: ChildNode): void;
