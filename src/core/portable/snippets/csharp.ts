import { csharpLiteral } from './literals';
import { secretText } from './secretText';
import type { SnippetFile, SnippetLanguage, SnippetPart } from './snippetLanguage';

export const csharpLanguage: SnippetLanguage = {
  target: 'csharp',
  client: 'httpclient',
  literal: csharpLiteral,
  text: (text) => csharpLiteral(secretText(text)),
  form: ({ parts }) => ({
    writesType: true,
    into: (frame, mark) => {
      const rows = parts.map((part) => `        { ${partText(part)} },\n`).join('');
      const start = new RegExp(`new StringContent\\(${mark.source}\\)\\s*\\{\\s*Headers =[^}]*\\}\\s*\\}`);
      return frame.replace(start, () => `new MultipartFormDataContent\n    {\n${rows}    }`);
    },
  }),
  finish: (code, { environment }) => (environment ? `using System;\n${code}` : code),
};

function partText(part: SnippetPart): string {
  const name = csharpLiteral(part.name);
  if (part.kind === 'text') return `new StringContent(${csharpLiteral(part.value)}), ${name}`;
  const type = `{ Headers = { ContentType = MediaTypeHeaderValue.Parse("${part.mediaType}") } }`;
  return `new StreamContent(${contentText(part)}) ${type}, ${name}, ${csharpLiteral(part.fileName)}`;
}

function contentText({ content }: SnippetFile): string {
  if ('base64' in content) return `new MemoryStream(Convert.FromBase64String("${content.base64}"))`;
  return `File.OpenRead(${csharpLiteral(content.path)})`;
}
