/** First and last name as far as they are known. */
export function fullName(...parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part != null && part !== '').join(' ');
}
