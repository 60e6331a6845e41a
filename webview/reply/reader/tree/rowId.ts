export function rowIdOf(index: number): string {
  return `json-row-${index}`;
}
