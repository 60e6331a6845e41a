/** A colour as browsers take it; undefined for what is no hex code. */
export function hexOf(text: string): string | undefined {
  const digits = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text.trim())?.[1];
  if (digits === undefined) return undefined;
  const six = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  return `#${six.toLowerCase()}`;
}

/** A chosen colour, with or without the sign and in the case of the text that stood there. */
export function withHex(hex: string, like: string): string {
  const digits = /[A-F]/.test(like) ? hex.slice(1).toUpperCase() : hex.slice(1);
  return like !== '' && !like.startsWith('#') && hexOf(like) !== undefined ? digits : `#${digits}`;
}
