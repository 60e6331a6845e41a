import type { Expression } from '../../expressions/expression';
import { parseExpression } from '../../expressions/parseExpression';
import type { Extent } from '../../text/sourceText';

export interface PlacedExpression {
  readonly text: string;
  readonly expression: Expression;
  readonly extent: Extent;
}

/** The expression that stands at a place of a text, by itself or among words and operators. */
export function expressionIn(text: string, { start, end }: Extent, offset: number): PlacedExpression | undefined {
  for (const found of text.slice(start, end).matchAll(/\$[A-Za-z][^\s{}()=!<>&|'",[\]]*/g)) {
    const at = start + found.index;
    if (offset < at || offset > at + found[0].length) continue;
    const parsed = parseExpression(found[0]);
    if (parsed.kind === 'fault') return undefined;
    return { text: found[0], expression: parsed.expression, extent: { start: at, end: at + found[0].length } };
  }
  return undefined;
}
