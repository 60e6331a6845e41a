import type { JsonObject } from '../../../protocol/json';
import { javascriptLiteral } from './literals';
import { secretText } from './secretText';
import type { FormCode, SnippetFile, SnippetForm, SnippetLanguage, SnippetPart, ValueWriter } from './snippetLanguage';
import { writeJson } from './writeValue';

const values: ValueWriter = {
  indent: '  ',
  literal: javascriptLiteral,
  words: { null: 'null', true: 'true', false: 'false' },
  key: (name) => {
    const [only] = name;
    // Written as it is, it would be no member but what the object inherits from.
    if (name.length > 1 || typeof only !== 'string' || only === '__proto__') return `[${javascriptLiteral(name)}]`;
    return /^[A-Za-z_$][\w$]*$/.test(only) ? only : javascriptLiteral(name);
  },
};

const shared = {
  literal: javascriptLiteral,
  text: (text) => {
    const written = writeJson(text, values, '  ');
    return written === undefined ? javascriptLiteral(secretText(text)) : `JSON.stringify(${written})`;
  },
  form: ({ parts, pieces }) => (parts.some(holdsLineEnd) ? piecewise(pieces) : appended(parts)),
} satisfies Partial<SnippetLanguage>;

/** In Node and in browsers alike; files and the environment are Node's. */
export const fetchLanguage: SnippetLanguage = {
  ...shared,
  target: 'javascript',
  client: 'fetch',
  finish: (code) => withImports(code, readsFile(code)),
};

export const nodeFetchLanguage: SnippetLanguage = {
  ...shared,
  target: 'node',
  client: 'fetch',
  finish: (code, { form }) => {
    const names = form ? 'fetch, { Blob, FormData }' : 'fetch';
    return withImports(code, [`import ${names} from 'node-fetch';`, ...readsFile(code)]);
  },
};

/** The members of an object literal, one on each line; undefined where JavaScript would not hold them as they are. */
export function javascriptMembers(value: JsonObject): string | undefined {
  const written = writeJson(JSON.stringify(value), values, '');
  return written === '{}' ? '' : written?.slice('{\n'.length, -'}'.length);
}

function appended(parts: SnippetForm['parts']): FormCode {
  const lines = parts.map((part) => `form.append(${partText(part)});\n`).join('');
  return {
    writesType: true,
    into: (frame, mark) => `const form = new FormData();\n${lines}\n${frame.replace(mark, 'form')}`,
  };
}

/** A form of this language changes line ends. */
function holdsLineEnd(part: SnippetPart): boolean {
  const texts = part.kind === 'text' ? [...part.name, ...part.value] : [...part.name];
  return texts.some((text) => typeof text === 'string' && /[\r\n]/.test(text));
}

function piecewise(pieces: SnippetForm['pieces']): FormCode {
  const rows = pieces.map((piece) => `    ${'kind' in piece ? contentText(piece) : javascriptLiteral(piece)},\n`);
  return {
    writesType: false,
    into: (frame, mark) => frame.replace(mark, () => `new Blob([\n${rows.join('')}  ])`),
  };
}

function partText(part: SnippetPart): string {
  const name = javascriptLiteral(part.name);
  if (part.kind === 'text') return `${name}, ${javascriptLiteral(part.value)}`;
  return `${name}, new Blob([${contentText(part)}], { type: '${part.mediaType}' }), ${javascriptLiteral(part.fileName)}`;
}

function contentText({ content }: SnippetFile): string {
  if ('base64' in content) return `Buffer.from('${content.base64}', 'base64')`;
  return `await readFile(${javascriptLiteral(content.path)})`;
}

function readsFile(code: string): readonly string[] {
  return /^(?:form\.append\(.*| {4})await readFile\(/m.test(code)
    ? [`import { readFile } from 'node:fs/promises';`]
    : [];
}

function withImports(code: string, imports: readonly string[]): string {
  return imports.length === 0 ? code : `${imports.join('\n')}\n\n${code}`;
}
