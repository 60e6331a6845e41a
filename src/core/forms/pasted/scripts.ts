import { t } from '@vscode/l10n';
import type { Recogniser } from './recogniser';

/** By the Latin letter, those of Cyrillic and Greek that look the same. */
const lookalikes: Readonly<Record<string, string>> = {
  a: '\u0430\u03B1',
  c: '\u0441',
  d: '\u0501',
  e: '\u0435',
  h: '\u04BB',
  i: '\u0456',
  j: '\u0458',
  o: '\u043E\u03BF',
  p: '\u0440\u03C1',
  q: '\u051B',
  s: '\u0455',
  v: '\u03BD',
  w: '\u051D',
  x: '\u0445',
  y: '\u0443',
  A: '\u0410\u0391',
  B: '\u0412\u0392',
  C: '\u0421',
  E: '\u0415\u0395',
  H: '\u041D\u0397',
  I: '\u0406\u0399',
  J: '\u0408',
  K: '\u041A\u039A',
  M: '\u041C\u039C',
  N: '\u039D',
  O: '\u041E\u039F',
  P: '\u0420\u03A1',
  S: '\u0405',
  T: '\u0422\u03A4',
  X: '\u0425\u03A7',
  Y: '\u0423\u03A5',
  Z: '\u0396',
};
const latinOf = new Map(
  Object.entries(lookalikes).flatMap(([latin, letters]) => [...letters].map((letter) => [letter, latin] as const)),
);

const otherScript = /[\p{Script=Cyrillic}\p{Script=Greek}\uFF01-\uFF5E]/u;

/** Letters of one script among those of another: the address looks right and is somebody else's. */
export const scripts: readonly Recogniser[] = [
  {
    code: 'mixed_scripts',
    kinds: ['email', 'url', 'id'],
    find: (text) => {
      const host = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)/i.exec(text)?.[1];
      const part = (host ?? text).split(/[.@]/).find(isMixed);
      if (part === undefined) return undefined;
      const letter = otherScript.exec(part)?.[0] ?? '';
      const meant = inLatin(text);
      return {
        says: t(
          'holds "{0}" (U+{1}), a letter of another script among Latin ones',
          letter,
          letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0'),
        ),
        severity: 'error',
        ...(!otherScript.test(meant) && { meant }),
      };
    },
  },
];

function isMixed(part: string): boolean {
  return otherScript.test(part) && (/[a-z]/i.test(part) || /[\uFF01-\uFF5E]/.test(part));
}

function inLatin(text: string): string {
  return [...text].map((letter) => latinOf.get(letter) ?? letter.normalize('NFKC')).join('');
}
