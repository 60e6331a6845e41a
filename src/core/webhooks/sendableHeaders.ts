import type { HeaderLine } from '../../protocol/reply';
import type { Headers } from '../http';
import { headerLines } from '../replies/shown/headerLines';

/** What belongs to one connection, or is made of the address and the body. */
const ofTheConnection = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'keep-alive',
  'upgrade',
  'expect',
  'te',
  'trailer',
  'proxy-authorization',
  'proxy-connection',
]);

/** Of header lines that others chose: those that say something of the event, as they stand. */
export function sendableLines(lines: readonly HeaderLine[]): readonly HeaderLine[] {
  const named = lines.filter(({ name }) => name.toLowerCase() === 'connection');
  const alike = new Set(named.flatMap(({ value }) => value.toLowerCase().split(',')).map((name) => name.trim()));
  return lines.filter(({ name }) => !ofTheConnection.has(name.toLowerCase()) && !alike.has(name.toLowerCase()));
}

export function sendableHeaders(headers: Headers): Headers {
  return Object.fromEntries(sendableLines(headerLines(headers)).map(({ name, value }) => [name, value]));
}
