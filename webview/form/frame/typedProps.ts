import type { FormField } from '../../../src/protocol/form';
import type { Draft } from '../state/draft';
import type { FrameIds } from './fieldFrame';

/** What every control that one types into takes from its field, its frame and its draft. */
export function typedProps({ required }: Pick<FormField, 'required'>, frame: FrameIds, draft: Draft) {
  return {
    description: frame.description,
    invalid: frame.invalid,
    required,
    value: draft.text,
    onInput: (text: string) => draft.type(text),
    onBlur: () => draft.flush(),
  };
}
