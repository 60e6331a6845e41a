import { goLiteral } from './literals';
import { type SecretText, secretText } from './secretText';
import type { SnippetFile, SnippetLanguage } from './snippetLanguage';

export const goLanguage: SnippetLanguage = {
  target: 'go',
  client: 'native',
  literal: goLiteral,
  text: (text) => goLiteral(secretText(text)),
  form: ({ pieces }) => ({
    writesType: false,
    into: (frame, mark) => {
      const files = pieces.filter((piece) => 'kind' in piece);
      const opened = files.flatMap(({ content }, index) =>
        'path' in content ? [`\tfile${index}, _ := os.Open(${goLiteral(content.path)})\n`] : [],
      );
      const rows = pieces.map(
        (piece) => `\t\t${'kind' in piece ? readerOf(piece, files.indexOf(piece)) : textReader(piece)},\n`,
      );
      const whole = new RegExp(`\\tpayload := strings\\.NewReader\\(${mark.source}\\)`);
      return frame.replace(whole, () => `${opened.join('')}\tpayload := io.MultiReader(\n${rows.join('')}\t)`);
    },
  }),
  finish: (code, { environment }) => {
    const opens = /^\tfile\d+, _ := os\.Open\(/m.test(code);
    const decodes = /^\t\tbase64\.NewDecoder\(/m.test(code);
    const more = [...(decodes ? ['encoding/base64'] : []), ...(environment || opens ? ['os'] : [])];
    return code.replace('import (\n', `import (\n${more.map((name) => `\t"${name}"\n`).join('')}`);
  },
};

function textReader(text: SecretText): string {
  return `strings.NewReader(${goLiteral(text)})`;
}

function readerOf({ content }: SnippetFile, index: number): string {
  if ('path' in content) return `file${index}`;
  return `base64.NewDecoder(base64.StdEncoding, strings.NewReader("${content.base64}"))`;
}
