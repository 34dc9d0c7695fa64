/** An address a link may lead to, resolved against the page; undefined for `javascript:` and its like. */
export declare function safeUrl(url: string | undefined): string | undefined;
