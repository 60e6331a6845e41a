import { optionLabel } from './label';
import type { EnumOption, EnumShape, Meta } from './shape';

/** What a schema says that a value means; undefined where its label has to say it. */
export function meaningOf({ meanings = {} }: Meta, value: unknown): string | undefined {
  const text = String(value);
  return Object.hasOwn(meanings, text) ? meanings[text] : undefined;
}

/** Options with the meanings that the schema around them gives. */
export function describedOptions(options: readonly EnumOption[], meta: Meta): readonly EnumOption[] {
  if (meta.meanings === undefined) return options;
  return options.map((option) => {
    const description = meaningOf(meta, option.value);
    return description === undefined ? option : { ...option, description };
  });
}

/** Label and meaning of a value in one text; empty where nothing is said but the value. */
export function wordsOfOption(shape: EnumShape, option: EnumOption): string {
  const label = optionLabel(shape, option);
  return [label === String(option.value) ? '' : label, option.description ?? ''].filter(Boolean).join(': ');
}
