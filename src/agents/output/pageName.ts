import { fromBase64, toBase64 } from '../../core/attachments/base64';
import { refusal } from '../toolRefusal';

/** The API chose its cursor: it goes through the hands of an assistant in letters that say nothing. */
export function pageNamed(cursor: string): string {
  return toBase64(new TextEncoder().encode(cursor));
}

/** Throws a `ToolRefusal` for what no answer has named. */
export function cursorOf(page: string): string {
  const bytes = fromBase64(page);
  if (bytes !== undefined) return new TextDecoder().decode(bytes);
  throw refusal('There is no such page', 'Pages are named by "next" of an answer.', 'Pass "next" on as it was given.');
}
