import { javaLiteral } from './literals';
import { type SecretText, secretText } from './secretText';
import type { SnippetFile, SnippetLanguage } from './snippetLanguage';

/** Of the JDK, which knows no forms: their pieces are joined. */
export const javaLanguage: SnippetLanguage = {
  target: 'java',
  client: 'nethttp',
  literal: javaLiteral,
  text: (text) => javaLiteral(secretText(text)),
  form: ({ pieces }) => ({
    writesType: false,
    into: (frame, mark) => {
      const rows = pieces.map((piece) => `        HttpRequest.BodyPublishers.${pieceText(piece)}`).join(',\n');
      const whole = new RegExp(`HttpRequest\\.BodyPublishers\\.ofString\\(${mark.source}\\)`);
      return frame.replace(whole, () => `HttpRequest.BodyPublishers.concat(\n${rows})`);
    },
  }),
  finish: (code) => {
    const imports = [
      'java.net.URI',
      'java.net.http.HttpClient',
      'java.net.http.HttpRequest',
      'java.net.http.HttpResponse',
      ...(/^ {8}HttpRequest\.BodyPublishers\.ofFile\(/m.test(code) ? ['java.nio.file.Path'] : []),
      ...(/^ {8}HttpRequest\.BodyPublishers\.ofByteArray\(/m.test(code) ? ['java.util.Base64'] : []),
    ];
    return `${imports.map((name) => `import ${name};\n`).join('')}\n${code}`;
  },
};

function pieceText(piece: SecretText | SnippetFile): string {
  if (!('kind' in piece)) return `ofString(${javaLiteral(piece)})`;
  const { content } = piece;
  if ('base64' in content) return `ofByteArray(Base64.getDecoder().decode("${content.base64}"))`;
  return `ofFile(Path.of(${javaLiteral(content.path)}))`;
}
