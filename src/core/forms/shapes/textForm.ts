import type { TextForm } from '../../../protocol/form';
import type { TextShape } from './shape';

const byFormat: ReadonlyMap<string, TextForm> = new Map([
  ['date', 'date'],
  ['date-time', 'date-time'],
  ['e164', 'phone'],
  ['email', 'email'],
  ['uri', 'url'],
]);

/** Names that mean one thing in every API. */
const byName: readonly (readonly [name: RegExp, form: TextForm])[] = [
  [/e-?mail(?:_?address)?$/i, 'email'],
  [/(?:url|uri)$/i, 'url'],
  [/(?:phone|mobile)(?:_?number)?$/i, 'phone'],
  [/country$/i, 'country'],
  [/time_?zone(?:_?id)?$/i, 'time-zone'],
  [/currency$/i, 'currency'],
];

/** What a text is written as: what the schema says of itself, else what its format does, else its name. */
export function textForm({ format, meta }: TextShape, key: string): TextForm | undefined {
  if (meta.writtenAs !== undefined) return meta.writtenAs;
  const form = format === undefined ? undefined : byFormat.get(format);
  return form ?? byName.find(([name]) => name.test(key))?.[1];
}
