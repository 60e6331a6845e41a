export const tokenKinds = ['key', 'string', 'number', 'literal'] as const;
export type TokenKind = (typeof tokenKinds)[number];

export interface ColouredToken {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

const pattern = /("(?:[^"\\\n]|\\.)*")(\s*:)?|(-?\b\d[\d.eE+-]*)|\b(true|false|null)\b/g;

/** The coloured parts of JSON text. The text may be cut off anywhere. */
export function jsonTokens(text: string): readonly ColouredToken[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const string = match[1];
    const end = match.index + (string ?? match[0]).length;
    return { kind: kindOf(match), start: match.index, end };
  });
}

function kindOf(match: RegExpExecArray): TokenKind {
  if (match[1] !== undefined) return match[2] === undefined ? 'string' : 'key';
  return match[3] === undefined ? 'literal' : 'number';
}
