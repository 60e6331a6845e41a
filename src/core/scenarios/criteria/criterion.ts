import type { WrittenExpression } from '../expressions/expression';
import type { Condition } from './condition';
import type { LinearPattern } from './linearPattern';

/** A criterion that is ready to be asked. */
export type Criterion = {
  /** As it stands in the file. */
  readonly condition: string;
  /** Of the criterion in the file. */
  readonly pointer: string;
} & (
  | { readonly kind: 'simple'; readonly parsed: Condition }
  | { readonly kind: 'regex'; readonly context: WrittenExpression; readonly pattern: LinearPattern }
  | { readonly kind: 'jsonpath'; readonly context: WrittenExpression; readonly query: string }
);

/** What came of asking it. */
export interface Check {
  /** As it follows "expected": a condition, or what a reply must be without one. */
  readonly condition: string;
  readonly pointer: string;
  readonly passed: boolean;
  /** What its expressions stood for; undefined for nothing. */
  readonly actual: unknown;
}
