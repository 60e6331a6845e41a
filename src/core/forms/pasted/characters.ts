import { t } from '@vscode/l10n';
import type { Recogniser } from './recogniser';

/** Take no room and change where a value goes. Joiners and direction marks belong to the spelling of some languages. */
const neverMeant = /[\u00AD\u180E\u200B\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\p{Cc}]/gu;
/** With blanks that are none of the keyboard's, in values that hold no blank at all. */
const neverInIds =
  /[\u00A0\u00AD\u115F\u1160\u180E\u2000-\u200F\u2028-\u202F\u205F-\u206F\u3000\u3164\uFEFF\uFFA0\p{Cc}]/gu;

/** Each to follow "holds". */
const names: Readonly<Record<string, () => string>> = {
  '\u00A0': () => t('a no-break space'),
  '\u00AD': () => t('a soft hyphen'),
  '\u200B': () => t('a zero-width space'),
  '\u200C': () => t('a zero-width non-joiner'),
  '\u200D': () => t('a zero-width joiner'),
  '\u200E': () => t('a left-to-right mark'),
  '\u200F': () => t('a right-to-left mark'),
  '\u202A': () => t('a direction control'),
  '\u202B': () => t('a direction control'),
  '\u202C': () => t('a direction control'),
  '\u202D': () => t('a direction control'),
  '\u202E': () => t('a direction control'),
  '\u2060': () => t('a word joiner'),
  '\uFEFF': () => t('a byte order mark'),
  '\t': () => t('a tab'),
  '\n': () => t('a line break'),
  '\r': () => t('a line break'),
};

const blanks = ' \t\r\n';

export const characters: readonly Recogniser[] = [
  {
    code: 'blank_at_end',
    kinds: ['id', 'email', 'url', 'word', 'secret'],
    titleForAll: () => t('Take away blanks at the ends of values'),
    find: (text) => {
      const meant = trimmed(text);
      if (meant === text || meant === '') return undefined;
      const isAtEnd = trimmed(`${text}x`) === `${text}x`;
      const hasBreak = /[\r\n]/.test(
        text.slice(0, text.indexOf(meant)) + text.slice(text.indexOf(meant) + meant.length),
      );
      return { says: blankWords(isAtEnd, hasBreak), severity: 'warning', meant };
    },
  },
  {
    code: 'invisible_character',
    kinds: ['id', 'email', 'url'],
    titleForAll: () => t('Take away invisible characters'),
    find: (text) => invisible(text, neverInIds, 'error'),
  },
  {
    code: 'invisible_character',
    kinds: ['word'],
    titleForAll: () => t('Take away invisible characters'),
    find: (text) => invisible(text, neverMeant, 'warning'),
  },
];

function blankWords(isAtEnd: boolean, isBreak: boolean): string {
  if (isBreak) return isAtEnd ? t('ends with a line break') : t('begins with a line break');
  return isAtEnd ? t('ends with a blank') : t('begins with a blank');
}

/** Blanks of the keyboard: others are told by their names. */
function trimmed(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && blanks.includes(text.charAt(start))) start += 1;
  while (end > start && blanks.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function invisible(text: string, pattern: RegExp, severity: 'error' | 'warning') {
  const [found] = text.match(pattern) ?? [];
  if (found === undefined) return undefined;
  const code = `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  const name = names[found]?.() ?? t('an invisible character');
  const says = t('holds {0} ({1}), which nobody sees', name, code);
  return { says, severity, meant: text.replace(pattern, '') };
}
