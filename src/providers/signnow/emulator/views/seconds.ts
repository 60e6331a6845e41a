/** Times of the older calls are unix seconds as text. */
export function seconds(milliseconds: number): string {
  return String(Math.floor(milliseconds / 1000));
}
