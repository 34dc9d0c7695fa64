const {digest} = SubtleCrypto.prototype;

/** Runs something, and waits until the digests that it asked for are there, and taken. */
export async function digested<T>(run: () => Promise<T>): Promise<T> {
  const asked: Promise<ArrayBuffer>[] = [];
  SubtleCrypto.prototype.digest = function (...given) {
    const result = digest.apply(this, given);
    asked.push(result);
    return result;
  };
  try {
    const done = await run();
    await Promise.all(asked);
    await new Promise((resolve) => setTimeout(resolve)); // whoever asked goes on before the next task
    return done;
  } finally {
    SubtleCrypto.prototype.digest = digest;
  }
}
