import { stringEnd } from './jsonLexemes';

/** A piece of a text that was meant to be JSON. */
export interface AlmostToken {
  readonly kind:
    | 'mark'
    | 'text'
    /** In double quotes and on one line, with something in it that JSON does not take. */
    | 'oddText'
    | 'typographicText'
    | 'singleText'
    | 'comment'
    /** Neither in quotes nor a mark: a number, true, a name, a variable. */
    | 'word'
    | 'unclosed';
  readonly start: number;
  readonly end: number;
}

/** The pieces of a text, without its blanks. */
export function* almostTokens(text: string): Generator<AlmostToken> {
  for (let at = 0; at < text.length; ) {
    at = endOf(blanks, text, at) ?? at;
    if (at >= text.length) return;
    const token = tokenAt(text, at);
    yield token;
    at = token.end;
  }
}

function tokenAt(text: string, start: number): AlmostToken {
  if (text[start] === '"') {
    const end = stringEnd(text, start);
    if (end > 0) return { kind: 'text', start, end };
  }
  for (const [kind, pattern] of patterns) {
    const end = endOf(pattern, text, start);
    if (end !== undefined) return { kind, start, end };
  }
  return { kind: 'unclosed', start, end: start + 1 };
}

const blanks = /[\s\uFEFF]+/y;

// Each goes over a character once: no alternative can begin where another has been.
const patterns = [
  ['comment', /\/\/[^\n\r]*|#[^\n\r]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//y],
  ['word', /(?:\{\{[^{}\n"]*\}\}|[^\s,:{}[\]"'`“”„‟«»″/#])+/y],
  ['mark', /[{}[\],:]/y],
  ['oddText', /"[^"\\\n\r]*(?:\\[^\n\r][^"\\\n\r]*)*"/y],
  ['typographicText', /[“”„‟«»″][^“”„‟«»″"\n\r]*[“”‟«»″"]/y],
  ['singleText', /'[^'\\\n\r]*(?:\\[^\n\r][^'\\\n\r]*)*'|`[^`\\\n\r]*(?:\\[^\n\r][^`\\\n\r]*)*`/y],
] as const satisfies readonly (readonly [AlmostToken['kind'], RegExp])[];

function endOf(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
