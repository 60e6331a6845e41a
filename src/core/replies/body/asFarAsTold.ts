/**
 * What an operation reads out of a reply and the values of its request. Values that were sent anyway, and replies that
 * depart from their documentation, may have another shape than its types say: what cannot be read from them is left out.
 */
export function asFarAsTold<T>(read: () => readonly T[] | undefined): readonly T[] {
  try {
    return read() ?? [];
  } catch (error: unknown) {
    if (error instanceof TypeError) return [];
    throw error;
  }
}
