import { pythonLiteral } from './literals';
import { secretText } from './secretText';
import type { SnippetFile, SnippetLanguage, SnippetPart, ValueWriter } from './snippetLanguage';
import { writeJson } from './writeValue';

const values: ValueWriter = {
  indent: '    ',
  literal: pythonLiteral,
  words: { null: 'None', true: 'True', false: 'False' },
  key: pythonLiteral,
};

/** Bytes throughout: of a text, one of the libraries below would guess the encoding. */
export const pythonLanguage: SnippetLanguage = {
  target: 'python',
  client: 'requests',
  literal: pythonLiteral,
  text: (text) => {
    const written = writeJson(text, values, '');
    if (written === undefined) return `(${pythonLiteral(secretText(text))}).encode("utf-8")`;
    return `json.dumps(${written}, ensure_ascii=False, separators=(",", ":")).encode("utf-8")`;
  },
  form: ({ parts }) => ({
    writesType: true,
    into: (frame, mark) => {
      const rows = parts.map((part) => `    (${partText(part)}),\n`).join('');
      // No text of the request begins a line: what is searched for is code of the frame.
      return frame
        .replace(/^(response = requests\..*?)data=payload/m, '$1files=files')
        .replace(new RegExp(`^payload = ${mark.source}`, 'm'), () => `files = [\n${rows}]`);
    },
  }),
  finish: (code, { environment }) => {
    const modules = [
      ...(/^ {4}\(.*base64\.b64decode\(/m.test(code) ? ['base64'] : []),
      ...(/^payload = json\.dumps\(/m.test(code) ? ['json'] : []),
      ...(environment ? ['os'] : []),
    ];
    return `${modules.map((name) => `import ${name}\n`).join('')}${code}`;
  },
};

function partText(part: SnippetPart): string {
  const name = pythonLiteral(part.name);
  if (part.kind === 'text') return `${name}, (None, (${pythonLiteral(part.value)}).encode("utf-8"))`;
  return `${name}, (${pythonLiteral(part.fileName)}, ${contentText(part)}, "${part.mediaType}")`;
}

function contentText({ content }: SnippetFile): string {
  if ('base64' in content) return `base64.b64decode("${content.base64}")`;
  return `open(${pythonLiteral(content.path)}, "rb")`;
}
