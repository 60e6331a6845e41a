/** The language that the page speaks, for what the browser can say in it. */
export function pageLanguage(): string {
  return globalThis.document?.documentElement.lang || 'en';
}
