import { t } from '@vscode/l10n';

/** A credential as it was typed or pasted. */
export interface CredentialText {
  /** Without blanks and line ends around it. */
  readonly value: string;
  /** Why it cannot be meant, to follow "it": `begins with "Bearer"`; with what to do. */
  readonly fault?: string;
}

const faults: readonly (readonly [pattern: RegExp, fault: () => string])[] = [
  [
    /^(?:Bearer|Basic|Token)\s/i,
    () => t('begins with a word such as "Bearer", which is added by itself: leave it out'),
  ],
  [
    /^(?:Authorization|X-API-Key)\s*:/i,
    () => t('begins with the name of its header, which is added by itself: leave it out'),
  ],
  [/^(?:export\s+)?ESIGN_\w+=/, () => t('begins with the name of its variable: leave it out')],
  [/^\$(?:env:)?[A-Z_][A-Z\d_]{2,}$/, () => t('is a variable, which nobody fills in here: write the value itself')],
  [
    /^(?:<[^<>]*>|\{[^{}]*\}|\[[^[\]]*\]|\$\{.*\}|%\w+%)$/,
    () => t('is a placeholder: put the value itself in its place'),
  ],
  [/^\{\{.*\}\}$/s, () => t('is a variable, which nobody fills in here: write the value itself')],
  [/^(?:YOUR|INSERT|ENTER|REPLACE|PASTE)[-_ ]/i, () => t('is a placeholder: put the value itself in its place')],
  [/^(?:undefined|null|changeme|x{3,}|\.{3}|\u2026)$/i, () => t('is a placeholder: put the value itself in its place')],
  [/^(["'`\u2018\u201C\u00AB]).*["'`\u2019\u201D\u00BB]$/s, () => t('stands in quotes: take them away')],
];

/** Of tokens and keys, which are made of plain signs and travel in a header. */
const faultsOfTokens: typeof faults = [
  [/[;,]$/, () => t('ends with what separated it from something else: take away the ";" or ","')],
  [/[^\x21-\x7E]/, () => t('holds a blank or a letter that no token or key holds: copy it again')],
];

/** Reads what was given for a field. In a password everything but control characters may be meant. */
export function readCredential(field: string, text: string): CredentialText {
  const value = text.trim();
  if (/\p{Cc}/u.test(value))
    return { value, fault: t('holds a line break or another control character: copy it again') };
  if (/pass(?:word|phrase)/i.test(field)) return { value };
  if (/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00A0]/.test(value)) {
    return { value, fault: t('holds a character that nobody sees: type it, or copy it from elsewhere') };
  }
  const known = /token|key$/i.test(field) ? [...faults, ...faultsOfTokens] : faults;
  const fault = known.find(([pattern]) => pattern.test(value))?.[1];
  return fault === undefined ? { value } : { value, fault: fault() };
}
