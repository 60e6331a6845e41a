/** A colour as browsers take it; undefined for what is neither a hex code nor three numbers. */
export function hexOf(text: string): string | undefined {
  const digits = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text.trim())?.[1];
  if (digits === undefined) return hexOfNumbers(text);
  const six = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  return `#${six.toLowerCase()}`;
}

/** A chosen colour, written like the text that stood there: as numbers, or with or without the sign and in its case. */
export function withHex(hex: string, like: string): string {
  if (hexOfNumbers(like) !== undefined) return numbersOf(hex).join(',');
  const digits = /[A-F]/.test(like) ? hex.slice(1).toUpperCase() : hex.slice(1);
  return like !== '' && !like.startsWith('#') && hexOf(like) !== undefined ? digits : `#${digits}`;
}

/** Red, green and blue: `255,0,128`. */
function hexOfNumbers(text: string): string | undefined {
  const numbers = /^(\d{1,3}), ?(\d{1,3}), ?(\d{1,3})$/.exec(text.trim())?.slice(1).map(Number);
  if (numbers === undefined || numbers.some((number) => number > 255)) return undefined;
  return `#${numbers.map((number) => number.toString(16).padStart(2, '0')).join('')}`;
}

function numbersOf(hex: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}
