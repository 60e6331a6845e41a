import type { FormField } from '../../../src/protocol/form';
import type { Keyboard } from '../../ui/controls/textField';

/** Which keys a touch screen shows for what is typed into a field. */
export function keyboardOf(field: FormField): Keyboard {
  if (field.kind === 'number') return 'decimal';
  if (field.kind !== 'text') return 'text';
  return field.form === 'email' || field.form === 'url' ? field.form : field.form === 'phone' ? 'tel' : 'text';
}
