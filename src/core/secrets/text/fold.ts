/** Upper case, blanks in forms and the two alphabets of base64 make no difference. */
export function fold(text: string): string {
  return lowerCase(text).replace(/[+-]/g, ' ').replaceAll('_', '/');
}

export function foldCode(code: number): number {
  return code < folds.length ? (folds[code] ?? code) : code;
}

/** Letters of ASCII only: others may change their length with their case. */
function lowerCase(text: string): string {
  return /[^\0-\u007f]/.test(text) ? text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : text.toLowerCase();
}

const folds = Uint8Array.from({ length: 128 }, (_none, code) => fold(String.fromCharCode(code)).charCodeAt(0));
