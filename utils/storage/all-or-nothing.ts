/**
 * Does some work in a transaction that is stored wholly or not at all. Whatever is thrown on the way would else
 * leave what was asked for before it, since a transaction ends well unless one of its requests fails.
 */
export async function allOrNothing<T>(
  transaction: { readonly done: Promise<void>; abort(): void },
  work: () => Promise<T>,
): Promise<T> {
  try {
    const result = await work();
    await transaction.done;
    return result;
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It has been aborted by what went wrong.
    }
    // The transaction knows why it failed, unless it failed because of its abortion.
    const why: unknown = await transaction.done.then(
      () => error,
      (cause: unknown) => cause,
    );
    throw why instanceof DOMException && why.name === 'AbortError' ? error : why;
  }
}
