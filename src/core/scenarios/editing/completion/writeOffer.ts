import type { JsonValue } from '../../../../protocol/json';
import type { Cursor } from '../text/cursor';
import { writeValue } from '../writeValue';
import type { NameOffer } from './shapeOffers';

/** A value in the quotes that stand there already, or in those that it needs. */
export function writtenValue(value: JsonValue, { quote }: Cursor, isJson: boolean): string {
  if (isJson || (quote === '"' && typeof value === 'string')) return JSON.stringify(value);
  if (quote === "'" && typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  return writeValue(value, { isJson });
}

/** A name with its colon, and what begins its value. `shift`: columns that stand before it and are written with it. */
export function writtenName(
  name: string,
  holds: NameOffer['holds'],
  cursor: Cursor,
  isJson: boolean,
  shift: number,
): string {
  const written = writtenValue(name, cursor, isJson);
  if (cursor.isNamed) return written;
  if (isJson || cursor.inFlow || holds === 'scalar') return `${written}: `;
  const margin = ' '.repeat(cursor.indent + shift + 2);
  return `${written}:\n${margin}${holds === 'list' ? '- ' : ''}`;
}
