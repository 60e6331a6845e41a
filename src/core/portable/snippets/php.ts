import { phpLiteral } from './literals';
import { secretText } from './secretText';
import type { SnippetFile, SnippetLanguage, SnippetPart } from './snippetLanguage';

export const phpLanguage: SnippetLanguage = {
  target: 'php',
  client: 'curl',
  literal: phpLiteral,
  text: (text) => phpLiteral(secretText(text)),
  form: ({ parts }) => ({
    writesType: true,
    into: (frame, mark) => {
      const rows = parts.map((part) => `    ${phpLiteral(part.name)} => ${partText(part)},\n`).join('');
      return frame.replace(mark, () => `[\n${rows}  ]`);
    },
  }),
  finish: (code) => code,
};

function partText(part: SnippetPart): string {
  if (part.kind === 'text') return phpLiteral(part.value);
  const type = phpLiteral([part.mediaType]);
  const name = phpLiteral(part.fileName);
  return `new ${fileText(part, name, type)}`;
}

function fileText({ content }: SnippetFile, name: string, type: string): string {
  if ('base64' in content) return `CURLStringFile(base64_decode('${content.base64}'), ${name}, ${type})`;
  return `CURLFile(${phpLiteral(content.path)}, ${type}, ${name})`;
}
