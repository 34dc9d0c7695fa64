/** First 32 hexadecimal digits of the SHA-256 of a text; `-` where the page has no cryptography (plain http). */
export async function textHash(text: string): Promise<string> {
  if (!crypto.subtle) return '-';
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest, 0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
