import { maskPattern } from '../../secrets/mask';

/** A text in which secrets are read from the environment when the code runs. */
export type SecretText = readonly (string | EnvironmentVariable)[];

export interface EnvironmentVariable {
  readonly variable: string;
}

/** The text with a variable in the place of every mask. It is well-formed Unicode: no code holds half a character. */
export function secretText(text: string): SecretText {
  const parts: (string | EnvironmentVariable)[] = [];
  let end = 0;
  for (const match of text.matchAll(new RegExp(maskPattern, 'g'))) {
    const before = text.slice(end, match.index);
    if (before !== '') parts.push(wellFormed(before));
    parts.push({ variable: variableOf(match[1] ?? '', before) });
    end = match.index + match[0].length;
  }
  if (end < text.length || parts.length === 0) parts.push(wellFormed(text.slice(end)));
  return parts;
}

export function variablesIn(text: SecretText): readonly string[] {
  return text.flatMap((part) => (typeof part === 'string' ? [] : [part.variable]));
}

/** `/body/client_secret` and `clientSecret` are the same variable; what stands in a header is a token. */
function variableOf(name: string, before: string): string {
  if (name === 'authorization') return /\bbasic $/i.test(before) ? 'ESIGN_BASIC' : 'ESIGN_TOKEN';
  const words = name
    .replace(/^.*\//, '')
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .match(/[A-Za-z\d]+/g);
  return ['ESIGN', ...(words ?? ['SECRET'])].join('_').toUpperCase();
}

function wellFormed(text: string): string {
  return /\p{Cs}/u.test(text) ? text.replace(/\p{Cs}/gu, '\uFFFD') : text;
}
