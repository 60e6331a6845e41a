import { idShapes, namesId, shapeOfId } from '../../idShapes';

/** A value that another run of the same request has another of: an id that somebody made up, or a time. */
export type ChangingValue =
  /** `form`: what it looks like. An id in another form is not the same thing. */
  { readonly kind: 'id'; readonly form: string } | { readonly kind: 'time'; readonly words: string };

/** What a scalar is, by its spelling and the name of the member or header that holds it. Undefined for what matters. */
export function changingValue(text: string, name: string, isNumber: boolean): ChangingValue | undefined {
  if (text.length > longest) return undefined;
  return timeIn(text, name) ?? (isNumber ? numberedId(text, name) : idIn(text, name));
}

/** Ids and times that stand in a longer text. */
export const withinTexts =
  /(?<![\w-])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}|[0-9a-f]{40}|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)(?![\w-])/gi;

const longest = 200;

function timeIn(text: string, name: string): ChangingValue | undefined {
  if (isoTime.test(text)) return { kind: 'time', words: 'time' };
  if (httpDate.test(text)) return { kind: 'time', words: 'HTTP date' };
  return unixTime.test(text) && namesTime.test(name) ? { kind: 'time', words: 'Unix time' } : undefined;
}

const isoTime = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?$/;
const httpDate =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} (?:GMT|UTC|[+-]\d{4})$/;
/** Seconds, milliseconds or microseconds of this century up to the year 2128. */
const unixTime = /^(?:[1-4]\d{9}|[1-4]\d{12}|[1-4]\d{15})(?:\.\d+)?$/;
const namesTime =
  /(?:time|stamp|date|created|updated|modified|expires?|expiry|expiration|until|since|signed|sent|_at|At|On)$/i;

function idIn(text: string, name: string): ChangingValue | undefined {
  // What a file holds is no name for it.
  if (namesDigest.test(name)) return undefined;
  const shape = shapeOfId(text);
  if (shape !== undefined)
    return { kind: 'id', form: `${shape.one} ${shape === idShapes.hex40or64 ? text.length : ''}` };
  const isNamed = namesId(singular(name)) || namesCall.test(name);
  return isNamed && isMadeUp(text) ? { kind: 'id', form: `text of ${text.length}` } : undefined;
}

const namesDigest = /(?:hash|digest|checksum|sha\d*|md5|fingerprint)$/i;
/** Headers that name a call. */
const namesCall = /(?:request|correlation|trace|transaction|cf|amzn)-?(?:id|ray|parent)|^etag$|-ray$/i;

/** What a person writes as an id is short, and has words in it. */
function isMadeUp(text: string): boolean {
  return /^\d{5,}$/.test(text) || (text.length >= 16 && /^["\w=+/.:~-]+$/.test(text) && /\d/.test(text));
}

function numberedId(text: string, name: string): ChangingValue | undefined {
  return /^\d+$/.test(text) && namesId(singular(name)) ? { kind: 'id', form: 'number' } : undefined;
}

function singular(name: string): string {
  return name.replace(/(?<=id)s$/i, '');
}
