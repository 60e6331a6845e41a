import { beginsNumber, quote } from '../json/jsonLexemes';
import {
  type ReplaceScalar,
  type RewriteOptions,
  type RewrittenJson,
  rewriteJson,
} from '../json/rewriting/rewriteJson';
import type { ScalarPlace } from '../json/rewriting/scalarPlace';
import { mask } from './mask';
import { isLinkWithKey, isSecretValue, looksSecret } from './names/looks';
import { labelsIn } from './names/memberLabel';
import type { Beside, NamedVerdict } from './names/secretNames';
import { SecretBytes } from './secretBytes';
import { shortestSearched } from './text/searchable';
import { maskSpans } from './text/span';
import { type SecretSigns, textSecrets } from './text/textSecrets';

export interface JsonMasking extends SecretSigns {
  /** What a mask is called: by the name alone without it. */
  readonly pointerOf?: ((place: ScalarPlace) => string) | undefined;
  /** In what is shown and never sent again, also names that hold secrets are masked. */
  readonly keys?: 'kept' | 'masked';
}

/** Whether a JSON text may begin there. */
export function startsAsJson(text: string): boolean {
  return /^\ufeff?\s*[[{"]/.test(text);
}

/** JSON with masks in place of values that are or hold secrets. Keys, order, digits and everything else stay. */
export function maskJson(text: string, masking: JsonMasking, options?: RewriteOptions): RewrittenJson {
  return rewriteJson(text, scalarMask(masking, deepest), { ...options, replaceKey: keyMask(masking) });
}

/** What stands in place of a name. Names that are identifiers stay, whatever secrets are called. */
export function keyMask(masking: JsonMasking): RewriteOptions['replaceKey'] {
  if (masking.keys !== 'masked') return undefined;
  return (key) => {
    if (key.length < shortestSearched || isIdentifier(key) || masking.names.isPlain(key)) return undefined;
    const masked = maskKey(key, masking);
    return masked === key ? undefined : JSON.stringify(masked);
  };
}

/** Servers that take JSON for a form make a name of a whole body. */
function maskKey(key: string, masking: JsonMasking): string {
  if (looksSecret(key) || isLinkWithKey(key)) return mask('key');
  if (startsAsJson(key)) {
    const { text, kind } = maskJson(key, masking);
    if (kind === 'whole') return text;
  }
  return maskSpans(key, textSecrets(key, masking), mask);
}

function isIdentifier(key: string): boolean {
  return /^[a-z_.-]*\d{0,2}$/i.test(key);
}

/** What stands in place of a scalar; undefined where anybody may read it. */
export function scalarMask(masking: JsonMasking, nesting: number = deepest): ReplaceScalar {
  const bytes = new SecretBytes(masking.index);
  return (place) => {
    const name = nameOfSecret(place, masking);
    if (name !== undefined) return JSON.stringify(mask(name));
    const first = place.spelling.charCodeAt(0);
    if (first === quote) return maskText(place, masking, nesting);
    return beginsNumber(first) ? maskNumber(place, masking, bytes) : undefined;
  };
}

/** What the mask of a value is called that is a secret as a whole: by its name, or because it gives itself away. */
export function nameOfSecret(place: ScalarPlace, masking: JsonMasking): string | undefined {
  const first = place.spelling.charCodeAt(0);
  const named =
    first === quote || beginsNumber(first) ? masking.names.at(place.path(nearest), besideOf(place)) : undefined;
  if (first !== quote) return isSecretNumber(named) ? maskName(place, named, masking) : undefined;
  if (named === undefined && place.spelling.length < shortestLooked) return undefined;
  const { value } = place;
  if (typeof value !== 'string' || value === '') return undefined;
  if (named !== undefined && isSecretValue(value, named.verdict)) return maskName(place, named, masking);
  if (looksSecret(value)) return maskName(place, named, masking);
  return isBareLink(value, place, masking) ? nameOf(place, masking) : undefined;
}

function besideOf(place: ScalarPlace): Beside {
  return {
    labels() {
      const holder = place.holder();
      return holder === undefined ? [] : labelsIn(holder);
    },
    itemBefore: () => place.itemBefore(),
  };
}

function isSecretNumber(named: NamedVerdict | undefined): boolean {
  return named?.verdict === 'documented' || named?.verdict === 'secret';
}

/** A link with a key that is not documented as one that anybody may read. */
function isBareLink(value: string, { key }: ScalarPlace, { names }: JsonMasking): boolean {
  return !startsAsJson(value) && isLinkWithKey(value) && !(typeof key === 'string' && names.isPlain(key));
}

function maskNumber(place: ScalarPlace, masking: JsonMasking, bytes: SecretBytes): string | undefined {
  const known = bytes.at(place) ?? masking.index.find(place.spelling)[0];
  return known && JSON.stringify(mask(known.name));
}

function maskText(place: ScalarPlace, masking: JsonMasking, nesting: number): string | undefined {
  if (place.spelling.length < shortestLooked) return undefined;
  const { value } = place;
  if (typeof value !== 'string' || value === '') return undefined;
  const masked = maskWithin(value, masking, nesting);
  return masked === value ? undefined : JSON.stringify(masked);
}

/** JSON within a text is masked as JSON. */
function maskWithin(value: string, masking: JsonMasking, nesting: number): string {
  if (nesting > 0 && startsAsJson(value)) {
    const { text, kind } = rewriteJson(value, scalarMask(masking, nesting - 1), { replaceKey: keyMask(masking) });
    if (kind === 'whole') return text;
  }
  return maskSpans(value, textSecrets(value, masking), mask);
}

function maskName(place: ScalarPlace, named: NamedVerdict | undefined, masking: JsonMasking): string {
  return masking.pointerOf?.(place) ?? (named && speakableName(named.name, masking)) ?? nameOf(place, masking);
}

function nameOf({ key }: ScalarPlace, masking: JsonMasking): string {
  return typeof key === 'string' ? speakableName(key, masking) : 'link';
}

/** A mask must not say another secret. */
function speakableName(name: string, masking: JsonMasking): string {
  return name.length < shortestSearched || isIdentifier(name) || maskKey(name, masking) === name ? name : 'secret';
}

/** JSON texts within texts of JSON. */
const deepest = 3;
/** A name says something about what stands no further below it. */
const nearest = 6;
/** With its quotes. */
const shortestLooked = 7;
