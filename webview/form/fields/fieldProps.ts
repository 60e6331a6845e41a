import type { FormField } from '../../../src/protocol/form';
import type { JsonValue } from '../../../src/protocol/json';
import type { IssueNode } from '../issues/issueTree';
import type { Suggestions } from '../lists/itemSummary';

export interface FieldProps<Field extends FormField = FormField> {
  readonly field: Field;
  readonly pointer: string;
  /** The pointer with `*` for any index. */
  readonly pattern: string;
  readonly value: JsonValue | undefined;
  readonly issues: IssueNode | undefined;
  readonly suggestions: Suggestions;
  /** How many lists the field lies in. */
  readonly depth: number;
  /** Absent for what cannot be taken out: required values, and items, which their list takes out. */
  readonly onRemove?: ((key: string) => void) | undefined;
}
