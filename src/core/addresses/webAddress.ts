/** Whether a text is an address that a browser opens as a page: nothing that starts another program. */
export function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** Scheme, host and port; undefined when the text is no web address. */
export function originOf(text: string): string | undefined {
  return isWebAddress(text) ? new URL(text).origin : undefined;
}

/** What a person is shown of an address in a few words; the text itself when it is none. */
export function shownHost(text: string): string {
  return isWebAddress(text) ? new URL(text).host : text;
}

/** An address below an origin, as a parser reads it; undefined when the path leads away from it. */
export function addressOn(origin: string, path: string): string | undefined {
  const isAbsolute = path.startsWith('/') && URL.canParse(path, origin);
  const url = isAbsolute ? new URL(path, origin) : undefined;
  return url !== undefined && url.origin === originOf(origin) ? url.href : undefined;
}
