/** Asks again and again until there is an answer; `what` names the wish in the message when there is none. */
export async function poll<T>(
  what: string,
  ask: () => Promise<{answer: T} | {reason: string}>,
  deadline = 8000,
): Promise<T> {
  const until = Date.now() + deadline;
  let last = '';
  for (;;) {
    try {
      const result = await ask();
      if ('answer' in result) return result.answer;
      last = result.reason;
    } catch (error) {
      // A page on its way to another address cannot answer; it can a moment later.
      last = String(error);
    }
    if (Date.now() > until) throw new Error(`${what}: ${last} (waited ${deadline} ms)`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
