import { toBase64 } from '../../attachments/base64';
import type { BodyPart, FilePart, HttpBody, HttpRequest } from '../../http';
import { quotable } from '../../quoting/oneLine';
import { boundaryOf, multipartPieces } from '../../requests/multipart';
import { secretText } from './secretText';

/** Every system takes this many bytes of arguments; what is longer goes through a pipe. */
const mostOfArguments = 100_000;

/** From this size on curl asks the server first, which the request did not do. In bytes. */
const leastAskedFor = 1_000_000;

/**
 * A command for a POSIX shell that sends the same request, in the folder that its files are named from. Masked secrets
 * become variables of the environment.
 */
export function toCurl(request: HttpRequest): string {
  const { body } = request;
  const { pipe = '', args, writesType = false } = body === undefined ? withoutBody : carry(request, body);
  const headers = Object.entries(request.headers).filter(([name]) => !(writesType && name === 'content-type'));
  const lines = [
    `curl --globoff -X ${request.method} ${quote(request.url)}`,
    ...headers.map(([name, value]) => `-H ${quote(value === '' ? `${name};` : `${name}: ${value}`)}`),
    ...args,
  ];
  const lack = body && lackOf(request, body);
  return `${lack === undefined ? '' : `# This is not the whole request: ${lack}\n`}${pipe}${lines.join(' \\\n  ')}`;
}

/** How a body gets into curl. */
interface Carriage {
  /** Commands whose output curl reads. */
  readonly pipe?: string;
  readonly args: readonly string[];
  /** Curl writes the content type itself, with a boundary of its own. */
  readonly writesType?: boolean;
}

const withoutBody: Carriage = { args: [] };

function carry(request: HttpRequest, { text, parts }: HttpBody): Carriage {
  const size = parts === undefined ? lengthOf(text) : sum(parts.map(sizeOf));
  const unasked = size < leastAskedFor ? [] : [`-H 'Expect:'`];
  if (parts === undefined) {
    if (size <= mostOfArguments) return { args: [`--data-raw ${quote(text)}`] };
    return piped([printed(text)], unasked);
  }
  if (isForm(parts)) return { args: [...unasked, ...parts.map(formArgument)], writesType: true };
  return piped(multipartPieces(parts, boundaryOf(request.headers)).map(pieceCommand), unasked);
}

function piped(commands: readonly string[], args: readonly string[]): Carriage {
  const one = commands.length === 1 ? commands.join() : `{\n${commands.map((line) => `  ${line}\n`).join('')}}`;
  return { pipe: `${one} |\n`, args: [...args, '--data-binary @-'] };
}

/** Whether the parts can be said in the words of curl: it splits names at `=`, and needs a file where bytes are. */
function isForm(parts: readonly BodyPart[]): boolean {
  const texts = parts.map((part) => (part.kind === 'text' ? lengthOf(part.value) : 0));
  return parts.length > 0 && sum(texts) <= mostOfArguments && parts.every(isFormPart);
}

function isFormPart(part: BodyPart): boolean {
  const { name } = part;
  if (name === '' || /[=\0]/.test(name)) return false;
  return part.kind === 'text' ? !part.value.includes('\0') : part.path !== undefined;
}

function formArgument(part: BodyPart): string {
  if (part.kind === 'text') return `--form-string ${quote(`${part.name}=${part.value}`)}`;
  const { name, fileName, mediaType, path = '' } = part;
  return `-F ${quote(`${name}=@${inQuotes(pathOf(path))};filename=${inQuotes(fileName)};type=${mediaType}`)}`;
}

/** Within quotes curl reads everything literally but these two. */
function inQuotes(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

/** Alone it would stand for standard input, and at the beginning for an option. */
function pathOf(path: string): string {
  return path.startsWith('-') ? `./${path}` : path;
}

function pieceCommand(piece: string | FilePart): string {
  if (typeof piece === 'string')
    return piece.includes('\0') ? decoded(new TextEncoder().encode(piece)) : printed(piece);
  return piece.path === undefined ? decoded(piece.bytes ?? new Uint8Array()) : `cat ${quote(pathOf(piece.path))}`;
}

/** A command of the shell itself, for which no limit of arguments holds. */
function printed(text: string): string {
  return `printf %s ${quote(text)}`;
}

/** No shell carries every byte. */
function decoded(bytes: Uint8Array): string {
  return `${printed(toBase64(bytes))} | base64 -d`;
}

/** What is missing of the request: of a run from the history, which keeps no bytes and cuts what is long. */
export function lackOf({ headers }: HttpRequest, { isCut, parts }: HttpBody): string | undefined {
  if (isCut) return 'of its body only the beginning was kept.';
  if (parts === undefined) return isMultipart(headers) ? 'the content of its files was not kept.' : undefined;
  const lost = parts.find((part) => part.kind === 'file' && part.path === undefined && part.bytes === undefined);
  return lost === undefined ? undefined : `the content of "${quotable(lost.name)}" was not kept.`;
}

function isMultipart(headers: HttpRequest['headers']): boolean {
  return /^multipart\//.test(headers['content-type'] ?? '');
}

function sizeOf(part: BodyPart): number {
  return part.kind === 'text' ? lengthOf(part.value) : part.size;
}

function lengthOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((whole, number) => whole + number, 0);
}

/** Secrets are variables, which the shell puts in where it is not told to take every sign as it stands. */
function quote(text: string): string {
  const parts = secretText(text).map((part) => (typeof part === 'string' ? inShell(part) : `"$${part.variable}"`));
  return parts.join('');
}

function inShell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
