/** In bytes: readers of PDF pass over what stands in front of it. */
export const mostBefore = 1024;

export function isPdf(bytes: Uint8Array): boolean {
  return asciiOf(bytes.subarray(0, mostBefore)).includes('%PDF-');
}

export function asciiOf(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
