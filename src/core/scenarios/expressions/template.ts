import type { WrittenExpression } from './expression';
import { isMeantAsExpression, parseExpression } from './parseExpression';

/** A text of a scenario: one expression, whose value keeps its type, or words with expressions in braces. */
export type Template =
  | ({ readonly kind: 'expression' } & WrittenExpression)
  | { readonly kind: 'words'; readonly parts: readonly (string | WrittenExpression)[] };

export type ParsedTemplate = Template | { readonly kind: 'fault'; readonly message: string };

/** An expression and where it stands. */
export interface Use {
  readonly template: Template;
  readonly pointer: string;
}

/** Undefined for a text that holds no expression. */
export function parseTemplate(text: string): ParsedTemplate | undefined {
  if (isMeantAsExpression(text)) {
    const parsed = parseExpression(text);
    return parsed.kind === 'fault' ? parsed : { kind: 'expression', text, expression: parsed.expression };
  }
  if (!text.includes('{$')) return undefined;
  const parts: (string | WrittenExpression)[] = [];
  let at = 0;
  for (const found of text.matchAll(/\{(\$[^{}]*)\}/g)) {
    const [whole, inner = ''] = found;
    if (!isMeantAsExpression(inner)) continue;
    const parsed = parseExpression(inner);
    if (parsed.kind === 'fault') return parsed;
    if (found.index > at) parts.push(text.slice(at, found.index));
    parts.push({ text: inner, expression: parsed.expression });
    at = found.index + whole.length;
  }
  if (parts.length === 0) return undefined;
  if (at < text.length) parts.push(text.slice(at));
  return { kind: 'words', parts };
}

/** The expressions of a template, in their order. */
export function writtenIn(template: Template): readonly WrittenExpression[] {
  if (template.kind === 'expression') return [template];
  return template.parts.filter((part) => typeof part !== 'string');
}
