/** What stands where a secret was. */
export function mask(name: string): string {
  return `‹secret:${name}›`;
}

/** With the name of what stood there. */
export const maskPattern = /‹secret:([^›]*)›/;

export function isMasked(value: unknown): boolean {
  return typeof value === 'string' && maskPattern.test(value);
}

/** Nothing else stands there. */
export function isMask(text: string): boolean {
  return text.startsWith('‹secret:') && text.indexOf('›') === text.length - 1;
}
