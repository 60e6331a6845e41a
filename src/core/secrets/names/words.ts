/**
 * Words and numbers that are parted by signs or by capitals, as in `ERR_AUTH_KEY_MISSING_123`, `oauth2.token-expired` or
 * `signers[0].email`. In what is random letters and digits stand side by side.
 */
export function isOfWords(value: string): boolean {
  if (value.length > longest) return false;
  const parts = value.split(/[_.:/#[\]-]+/).filter((part) => part !== '');
  const letters = parts.filter((part) => /^[a-z]+$/i.test(part));
  const others = parts.filter((part) => !/^[a-z]+$/i.test(part));
  return (
    letters.flatMap(wordsOf).length > 1 &&
    letters.every(isWordLike) &&
    lengthOf(letters) >= letters.length * 3 &&
    others.every((part) => number.test(part) || (term.test(part) && !unspeakable.test(part))) &&
    lengthOf(letters) > lengthOf(others)
  );
}

/** Of one word, or of several as `tokenMissing` is: not of single letters in any case, and to be spoken. */
function isWordLike(letters: string): boolean {
  return letters.length + 2 >= wordsOf(letters).length * 3 && !unspeakable.test(letters);
}

function wordsOf(letters: string): readonly string[] {
  return letters.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? [];
}

function lengthOf(parts: readonly string[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}

const longest = 160;
/** A status, a year, a date, the number of an error. */
const number = /^\d{1,8}$/;
/** What the trade writes with a digit. */
const term =
  /^(?:[ev]\d{1,5}|\d{1,2}(?:fa|d|ds|xx|h|min|s|ms|kb|mb)|oauth[12]|http[123]|s3|x509|sha\d{1,3}|[rehp]s(?:256|384|512)|md5|base(?:32|58|64)|utf(?:8|16|32)|ipv[46]|iso\d{4,5}|tls1\d?|ecp?\d{1,3}|aes\d{3}|part\d{1,2}|level\d|step\d{1,2}|rls\d{1,2}|(?:i18n|l10n|a11y|k8s)[a-z]*|[a-z]{4,12}[1-9])$/i;
const unspeakable = /[bcdfghjklmnpqrstvwxz]{6}|(.)\1\1/i;
