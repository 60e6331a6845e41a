import { isReference } from '../forms/reference';
import { isMask } from './mask';
import type { SecretVerdict } from './secretNames';
import { wellKnownName } from './wellKnownNames';
import { isOfWords } from './words';

/** Whether the text that stands under a name is the secret that the name announces. */
export function isSecretValue(value: string, verdict: SecretVerdict): boolean {
  if (value === '' || isMask(value) || isReference(value)) return false;
  if (verdict === 'documented') return true;
  if (verdict === 'doubtful') return looksRandom(value);
  return !isProse(value) && (verdict === 'secret' || !/^\d+$/.test(value));
}

/** Words of a language, as in a message that stands where the field of its name would: "must not be empty". */
function isProse(value: string): boolean {
  if (value.length > longestProse || !value.includes(' ')) return false;
  return value.split(/\s+/).every((word) => /^[("'«“]*(?:\p{L}+(?:['’-]\p{L}+)*|\d{1,4})?[)"'»”.,:;!?]*$/u.test(word));
}

/** Long, without blanks, of letters and digits, no UUID, which is an id, and no code of an error. */
function looksRandom(value: string): boolean {
  if (value.length < 16 || !/\d/.test(value) || !/[a-z]/i.test(value) || /\s/.test(value)) return false;
  return !uuid.test(value) && !isOfWords(value);
}

/** What gives itself away, whatever it is called. */
export function looksSecret(value: string): boolean {
  return value.startsWith('eyJ')
    ? webToken.test(value)
    : value.startsWith('-----BEGIN') && value.includes('PRIVATE KEY');
}

/** An address, whole or not, that lets in whoever has it. */
export function isLinkWithKey(value: string): boolean {
  if (value.length > longestAddress || /\s/.test(value) || !/[?#&]/.test(value)) return false;
  return value
    .split(/[?&#;]/)
    .slice(1)
    .some(isKey);
}

function isKey(parameter: string): boolean {
  const at = parameter.indexOf('=');
  if (at <= 0 || at === parameter.length - 1) return false;
  const verdict = wellKnownName(parameter.slice(0, at));
  return verdict !== undefined && (verdict !== 'doubtful' || looksRandom(parameter.slice(at + 1)));
}

const longestProse = 1000;
const longestAddress = 8192;
const uuid = /^\{?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}?$/i;
const webToken = /^eyJ[\w-]{4,}\.[\w-]{4,}(?:\.[\w-]*)*$/;
