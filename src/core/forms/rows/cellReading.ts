import type { JsonValue } from '../../../protocol/json';

export type CellReading =
  /** `written` is JSON with the digits of the cell. */
  | { readonly kind: 'value'; readonly value: JsonValue; readonly written?: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'refused'; readonly why: string };
