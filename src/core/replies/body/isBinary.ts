import { charsetOf } from './charset';

/** Whether bytes are no text: by their first bytes, by zeros, by the type they were sent with. */
export function isBinary(bytes: Uint8Array, contentType: string): boolean {
  if (startsLikeFile(bytes)) return true;
  if (charsetOf(bytes, contentType).label.toLowerCase().startsWith('utf-16')) return false;
  if (bytes.subarray(0, 1024).includes(0)) return true;
  if (textTypes.test(contentType)) return false;
  return /^(image|audio|video|font)\/|pdf|zip|octet-stream/i.test(contentType) && !startsLikeJson(bytes);
}

const textTypes = /^(text\/|image\/svg|application\/(.*\+)?(json|xml|javascript|x-www-form-urlencoded))/i;

/** PDF, PNG, JPEG, GIF, ZIP (and the office formats), gzip. */
const beginnings = ['25504446 2d', '89504e47 0d0a', 'ffd8ff', '47494638', '504b0304', '1f8b08'].map((digits) =>
  (digits.replace(' ', '').match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)),
);

function startsLikeFile(bytes: Uint8Array): boolean {
  return beginnings.some((beginning) => beginning.every((byte, index) => bytes[index] === byte));
}

/** Servers that know no type say octet-stream. */
function startsLikeJson(bytes: Uint8Array): boolean {
  const first = bytes.find((byte) => ![0x20, 0x09, 0x0a, 0x0d].includes(byte));
  return first === 0x7b || first === 0x5b;
}
