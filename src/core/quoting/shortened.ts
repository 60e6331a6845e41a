/** A value as it is quoted in a sentence: whatever its size, nobody scrolls past it. */
export function shortened(text: string, most = 60): string {
  return text.length > most ? `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
}
