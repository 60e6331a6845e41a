/** Every dot that a parser may take for one, and the same in percent-encoding, encoded once or more. */
const dot = /[.\u3002\uff61]|%(?:25)*2e/gi;
const slash = /[/\\]|%(?:25)*(?:2f|5c)/i;

/**
 * The part of a text that leads to another folder: `.` or `..` in any spelling, alone or between slashes. Servers,
 * proxies and URL parsers differ in how often they decode, so all of what one of them may read counts.
 */
export function dotSegment(text: string): string | undefined {
  return text.normalize('NFKC').split(slash).find(isDots);
}

/** What follows a semicolon is a parameter of the segment for some servers, and gone when the path is resolved. */
function isDots(part: string): boolean {
  const [segment = ''] = part.trim().split(';', 1);
  return segment !== '' && segment.replace(dot, '') === '';
}
