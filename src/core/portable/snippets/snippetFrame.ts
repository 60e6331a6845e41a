import type { HttpRequest } from '../../http';
import type { Literal } from './literals';
import { secretText } from './secretText';
import type { SnippetLanguage } from './snippetLanguage';

/** Code of the right shape, with a mark in quotes where each text of the request belongs. */
export interface SnippetFrame {
  readonly code: string;
  /** A mark of the body, with its quotes. */
  readonly body: RegExp;
  readonly prefix: string;
}

/**
 * The library knows how a language sends, but not how it writes a text: it lets `$HOME` and backticks be run, loses
 * digits and backslashes, and knows no variables. So it is given marks, in the place of which the texts are written.
 */
export async function frameOf(
  { target, client }: Pick<SnippetLanguage, 'target' | 'client'>,
  request: HttpRequest,
): Promise<SnippetFrame> {
  const { HTTPSnippet } = await import('@readme/httpsnippet');
  const prefix = prefixFor(request);
  const headers = Object.keys(request.headers).map((name, index) => ({ name, value: `${prefix}${index}e` }));
  const type = headers.find(({ name }) => name === 'content-type')?.value ?? `${prefix}type`;
  const converted = new HTTPSnippet({
    method: request.method,
    url: `https://${prefix}.invalid/`,
    httpVersion: 'HTTP/1.1',
    headers,
    cookies: [],
    queryString: [],
    headersSize: -1,
    bodySize: -1,
    postData: request.body === undefined ? { mimeType: '' } : { mimeType: type, text: `${prefix}body` },
  }).convert(target, client);
  const code = Array.isArray(converted) ? converted[0] : converted;
  if (typeof code !== 'string') throw new Error(`There is no snippet for ${target}, ${client}.`);
  return { code: `${code.trim()}\n`, body: new RegExp(`(['"])${prefix}body\\1`), prefix };
}

/** Puts address and headers in the place of their marks; some languages write name and value of a header as one text. */
export function filledFrame({ code, prefix }: SnippetFrame, literal: Literal, { url, headers }: HttpRequest): string {
  const values = Object.values(headers);
  return code
    .replace(new RegExp(`(['"])https://${prefix}\\.invalid/\\1`), () => literal(secretText(url)))
    .replace(new RegExp(`(['"])([\\w!#$%&*+.^|~-]+: )?${prefix}(\\d+)e\\1`, 'g'), (_mark, _quote, name, index) =>
      literal(secretText(`${name ?? ''}${values[Number(index)] ?? ''}`)),
    );
}

/** One that the request does not hold itself. */
function prefixFor(request: HttpRequest): string {
  const text = JSON.stringify(request);
  for (let number = 0; ; number += 1) {
    const prefix = `esignmark${number}x`;
    if (!text.includes(prefix)) return prefix;
  }
}
