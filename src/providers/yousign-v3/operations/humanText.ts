/**
 * What the API takes of names of people, and of reasons to sign: digits, Latin letters with or without accents, and few
 * other characters; no blank at either end.
 */
export const humanText = /^(?! )[0-9A-Za-zÀ-žŒœ`'() -]+(?<! )$/;

export const humanTextFault =
  "Use Latin letters, digits, blanks and ' ` ( ) - only, with no blank at either end: no dot, comma or other script.";
