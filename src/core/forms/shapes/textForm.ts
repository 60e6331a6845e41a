import type { TextForm } from '../../../protocol/form';
import type { TextShape } from './shape';

const byFormat: ReadonlyMap<string, TextForm> = new Map([
  ['date', 'date'],
  ['date-time', 'date-time'],
  ['e164', 'phone'],
  ['email', 'email'],
  ['uri', 'url'],
]);

/** What a text is written as: what the schema says of itself, else what its format does. */
export function textForm({ format, meta }: TextShape): TextForm | undefined {
  return meta.writtenAs ?? (format === undefined ? undefined : byFormat.get(format));
}
