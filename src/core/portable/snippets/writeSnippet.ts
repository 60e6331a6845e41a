import { toBase64 } from '../../attachments/base64';
import type { BodyPart, FilePart, HttpBody, HttpRequest } from '../../http';
import { boundaryOf, multipartPieces } from '../../requests/multipart';
import { isMasked } from '../../secrets/mask';
import { csharpLanguage } from './csharp';
import { lackOf, toCurl } from './curl';
import { goLanguage } from './go';
import { javaLanguage } from './java';
import { fetchLanguage, nodeFetchLanguage } from './javascript';
import { phpLanguage } from './php';
import { pythonLanguage } from './python';
import { secretText } from './secretText';
import { filledFrame, frameOf } from './snippetFrame';
import type { FormCode, SnippetFile, SnippetForm, SnippetLanguage } from './snippetLanguage';
import type { SnippetLanguageId } from './snippetLanguages';

/**
 * Code that sends the request. A masked secret becomes a variable of the environment, a file is read by the path that
 * the request names it by.
 */
export async function writeSnippet(id: SnippetLanguageId, request: HttpRequest): Promise<string> {
  if (id === 'curl') return toCurl(request);
  const language = languages[id];
  const { body, headers } = request;
  const form = body?.parts && language.form(formOf(body.parts, boundaryOf(headers)));
  const sent = form?.writesType ? { ...request, headers: withoutType(headers) } : request;
  const frame = await frameOf(language, sent);
  // Header by header and the body last: nothing that stands in the request is a mark of the frame.
  const code = withBody(filledFrame(frame, language.literal, sent), frame.body, body, language, form);
  const finished = language.finish(code, { environment: readsEnvironment(request), form: form !== undefined });
  const lack = body && lackOf(request, body);
  return lack === undefined ? finished : withRemark(finished, id, `This is not the whole request: ${lack}`);
}

const languages: Readonly<Record<Exclude<SnippetLanguageId, 'curl'>, SnippetLanguage>> = {
  fetch: fetchLanguage,
  'node-fetch': nodeFetchLanguage,
  csharp: csharpLanguage,
  python: pythonLanguage,
  java: javaLanguage,
  php: phpLanguage,
  go: goLanguage,
};

function withBody(
  code: string,
  mark: RegExp,
  body: HttpBody | undefined,
  language: SnippetLanguage,
  form: FormCode | undefined,
): string {
  if (body === undefined) return code;
  return form === undefined ? code.replace(mark, () => language.text(body.text)) : form.into(code, mark);
}

function readsEnvironment({ url, headers, body }: HttpRequest): boolean {
  const texts = [url, ...Object.values(headers), body?.parts === undefined ? (body?.text ?? '') : ''];
  const parts = body?.parts?.flatMap((part) => (part.kind === 'text' ? [part.value] : [part.path, part.fileName]));
  return [...texts, ...(parts ?? [])].some(isMasked);
}

function withoutType(headers: HttpRequest['headers']): HttpRequest['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'content-type'));
}

function formOf(parts: readonly BodyPart[], boundary: string): SnippetForm {
  return {
    parts: parts.map((part) =>
      part.kind === 'file'
        ? fileOf(part)
        : { kind: 'text', name: secretText(part.name), value: secretText(part.value) },
    ),
    pieces: multipartPieces(parts, boundary).map((piece) =>
      typeof piece === 'string' ? secretText(piece) : fileOf(piece),
    ),
  };
}

function fileOf({ name, fileName, mediaType, path, bytes = new Uint8Array() }: FilePart): SnippetFile {
  const content = path === undefined ? { base64: toBase64(bytes) } : { path: secretText(path) };
  return { kind: 'file', name: secretText(name), fileName: secretText(fileName), mediaType, content };
}

function withRemark(code: string, id: SnippetLanguageId, remark: string): string {
  // The end of PHP is one in a comment, too.
  if (id === 'php') return code.replace('<?php\n', () => `<?php\n// ${remark.replaceAll('?>', '? >')}\n`);
  return `${id === 'python' ? '#' : '//'} ${remark}\n${code}`;
}
