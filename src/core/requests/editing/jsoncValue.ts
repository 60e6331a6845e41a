import { parse } from 'jsonc-parser';

/** The value of a text with comments and commas that a person left, as far as it can be read. */
export function jsoncValue(text: string): unknown {
  return parse(text, [], { allowTrailingComma: true });
}
