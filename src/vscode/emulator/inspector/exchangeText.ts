import type { LoggedContent, LoggedMessage } from '../../../protocol/pages/loggedContent';
import { bodyWords } from '../../../protocol/words/bodyWords';

/** A request and its answer as they go over the wire, to be read elsewhere. */
export function exchangeText(
  { method, status }: { readonly method: string; readonly status: number },
  { address, request, reply }: LoggedContent,
): string {
  return `${sideText(`${method} ${address}`, request)}\n\n${sideText(String(status), reply)}\n`;
}

function sideText(line: string, { headers, body }: LoggedMessage): string {
  const said = bodyWords(body);
  const names = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [line, ...names, '', body.text, said && `(${said})`].join('\n').trimEnd();
}
