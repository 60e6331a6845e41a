import { isReference } from '../../requests/references/reference';
import { isMask } from '../mask';
import type { SecretVerdict } from './secretNames';
import { wellKnownName } from './wellKnownNames';
import { isOfWords } from './words';

/** Whether the text that stands under a name is the secret that the name announces. */
export function isSecretValue(value: string, verdict: SecretVerdict): boolean {
  if (value === '' || isMask(value) || (value.startsWith('{{') && isReference(value))) return false;
  if (verdict === 'documented') return true;
  if (verdict === 'doubtful' || verdict === 'code') return looksRandom(value, verdict);
  if (verdict === 'pair' && /^[a-z_.-]{0,32}$/i.test(value)) return false;
  return !isProse(value) && (verdict === 'secret' || !/^\d+$/.test(value));
}

/** Words of a language, as in a message that stands where the field of its name would: "must not be empty". */
function isProse(value: string): boolean {
  if (value.length > longestProse || !value.includes(' ')) return false;
  return value.split(/\s+/).every((word) => /^[("'«“]*(?:\p{L}+(?:['’-]\p{L}+)*|\d{1,4})?[)"'»”.,:;!?]*$/u.test(word));
}

/** Long, without blanks, of letters and digits, and no UUID, which is an id. A code may be that of an error. */
function looksRandom(value: string, verdict: 'doubtful' | 'code'): boolean {
  if (value.length > longestJudged) return !/\s/.test(value.slice(0, longestJudged));
  if (value.length < 16 || !/\d/.test(value) || !/[a-z]/i.test(value) || /\s/.test(value)) return false;
  return !uuid.test(value) && !(verdict === 'code' && isOfWords(value));
}

/** What gives itself away, whatever it is called. */
export function looksSecret(value: string): boolean {
  return value.startsWith('eyJ') ? isWebToken(value) : value.startsWith('-----BEGIN') && value.includes('PRIVATE KEY');
}

/** No pattern takes the whole of it: one needs memory for each character. */
function isWebToken(value: string): boolean {
  const head = value.indexOf('.');
  return head >= 7 && /^[\w-]{4}/.test(value.slice(head + 1, head + 5)) && !/[^\w.-]/.test(value);
}

/** An address, whole or not, that lets in whoever has it. */
export function isLinkWithKey(value: string): boolean {
  if (value.length > longestAddress || /\s/.test(value) || !/[?#&;]/.test(value)) return false;
  return value
    .split(/[?&#;]/)
    .slice(1)
    .some(isKey);
}

function isKey(parameter: string): boolean {
  const at = parameter.indexOf('=');
  if (at <= 0 || at === parameter.length - 1) return false;
  const verdict = wellKnownName(parameter.slice(0, at));
  if (verdict === 'doubtful' || verdict === 'code') return looksRandom(parameter.slice(at + 1), verdict);
  return verdict !== undefined;
}

const longestProse = 1000;
/** No code of an error is longer. */
const longestJudged = 4096;
const longestAddress = 8192;
const uuid = /^\{?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}?$/i;
