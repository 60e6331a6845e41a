import type { FormField } from '../../../src/protocol/form';
import type { FieldPlace } from './fieldPlace';

export interface FieldProps<Field extends FormField = FormField> {
  readonly field: Field;
  readonly place: FieldPlace;
  /** Absent for what cannot be taken out: required values, and items, which their list takes out. */
  readonly onRemove?: ((key: string) => void) | undefined;
}
