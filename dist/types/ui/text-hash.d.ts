/** First 32 hexadecimal digits of the SHA-256 of a text; `-` where the page has no cryptography (plain http). */
export declare function textHash(text: string): Promise<string>;
