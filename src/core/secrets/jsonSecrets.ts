import {
  type ReplaceScalar,
  type RewriteOptions,
  type RewrittenJson,
  rewriteJson,
  type ScalarPlace,
} from '../json/rewriteJson';
import { isLinkWithKey, isSecretValue, looksSecret } from './looks';
import { mask } from './mask';
import type { NamedVerdict } from './secretNames';
import { maskSpans } from './span';
import { type SecretSigns, textSecrets } from './textSecrets';

export interface JsonMasking extends SecretSigns {
  /** What a mask is called: by the name alone without it. */
  readonly pointerOf?: ((place: ScalarPlace) => string) | undefined;
}

/** Whether a JSON text may begin there. */
export function startsAsJson(text: string): boolean {
  return /^\ufeff?\s*[[{"]/.test(text);
}

/** JSON with masks in place of values that are or hold secrets. Keys, order, digits and everything else stay. */
export function maskJson(text: string, masking: JsonMasking, options?: RewriteOptions): RewrittenJson {
  return rewriteJson(text, scalarMask(masking, deepest), options);
}

/** What stands in place of a scalar; undefined where anybody may read it. */
export function scalarMask(masking: JsonMasking, nesting: number = deepest): ReplaceScalar {
  return (place) => {
    const first = place.spelling.charCodeAt(0);
    if (first === quote) return maskText(place, masking, nesting);
    return isDigit(first) ? maskNumber(place, masking) : undefined;
  };
}

function maskNumber(place: ScalarPlace, masking: JsonMasking): string | undefined {
  const named = masking.names.at(place.path(nearest));
  if (named?.verdict === 'documented' || named?.verdict === 'secret') return quotedMask(place, named, masking);
  const [known] = masking.index.find(place.spelling);
  return known && JSON.stringify(mask(known.name));
}

function maskText(place: ScalarPlace, masking: JsonMasking, nesting: number): string | undefined {
  const named = masking.names.at(place.path(nearest));
  if (named === undefined && place.spelling.length < shortestLooked) return undefined;
  const { value } = place;
  if (typeof value !== 'string' || value === '') return undefined;
  if (named !== undefined && isSecretValue(value, named.verdict)) return quotedMask(place, named, masking);
  if (looksSecret(value)) return quotedMask(place, named, masking);
  const masked = maskWithin(value, place, masking, nesting);
  return masked === value ? undefined : JSON.stringify(masked);
}

/** JSON within a text is masked as JSON. */
function maskWithin(value: string, place: ScalarPlace, masking: JsonMasking, nesting: number): string {
  if (nesting > 0 && startsAsJson(value)) {
    const { text, kind } = rewriteJson(value, scalarMask(masking, nesting - 1));
    if (kind === 'whole') return text;
  }
  const { key } = place;
  const isPlain = typeof key === 'string' && masking.names.isPlain(key);
  if (!isPlain && isLinkWithKey(value)) return mask(nameOf(place));
  return maskSpans(value, textSecrets(value, masking), mask);
}

function quotedMask(place: ScalarPlace, named: NamedVerdict | undefined, { pointerOf }: JsonMasking): string {
  return JSON.stringify(mask(pointerOf?.(place) ?? named?.name ?? nameOf(place)));
}

function nameOf({ key }: ScalarPlace): string {
  return typeof key === 'string' ? key : 'link';
}

function isDigit(code: number): boolean {
  return code === 0x2d || (code >= 0x30 && code <= 0x39);
}

const quote = 0x22;
/** JSON texts within texts of JSON. */
const deepest = 3;
/** A name says something about what stands no further below it. */
const nearest = 6;
/** With its quotes. */
const shortestLooked = 7;
