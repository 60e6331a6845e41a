/** Said to the person who wanted it. */
export class RefusedAnswer extends Error {
  override readonly name = 'RefusedAnswer';
}
