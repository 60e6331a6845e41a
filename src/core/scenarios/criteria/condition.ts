import type { Expression } from '../expressions/expression';

/** A condition of the type `simple`. */
export type Condition =
  | { readonly kind: 'or' | 'and'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'not'; readonly inner: Condition }
  | { readonly kind: 'comparison'; readonly operator: Operator; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | {
      readonly kind: 'expression';
      readonly text: string;
      readonly expression: Expression;
      /** Properties and indexes that lead on into the value. */
      readonly path: readonly string[];
    };

export type Operator = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** The expressions that a condition names, as they are written, each once. */
export function expressionsOf(condition: Condition): readonly Extract<Condition, { kind: 'expression' }>[] {
  switch (condition.kind) {
    case 'literal':
      return [];
    case 'expression':
      return [condition];
    case 'not':
      return expressionsOf(condition.inner);
    default: {
      const both = [...expressionsOf(condition.left), ...expressionsOf(condition.right)];
      return both.filter(({ text }, index) => both.findIndex((other) => other.text === text) === index);
    }
  }
}
