import type { SecretText } from './secretText';

/** Writes a text as an expression of a language. */
export type Literal = (text: SecretText) => string;

/** With `+` between texts and variables. */
export function joinedWith(
  operator: string,
  quote: (text: string) => string,
  variable: (name: string) => string,
): Literal {
  return (text) =>
    text.map((part) => (typeof part === 'string' ? quote(part) : variable(part.variable))).join(` ${operator} `);
}

/**
 * In double quotes with the escapes of JSON, which JavaScript, Python, Java, C# and Go read alike. Some of them take
 * U+0085, U+2028 and U+2029 for the end of a line.
 */
export function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, escaped);
}

export function singleQuoted(text: string): string {
  const inner = doubleQuoted(text).slice(1, -1);
  return `'${inner.replace(/\\(.)|'/g, (found, character) => (character === '"' ? '"' : found === "'" ? "\\'" : found))}'`;
}

/** JavaScript writes variables into a template. */
export const javascriptLiteral: Literal = (text) => {
  const [only, ...others] = text;
  if (others.length === 0) return typeof only === 'string' ? singleQuoted(only) : `process.env.${only?.variable}`;
  const inner = text.map((part) => (typeof part === 'string' ? inTemplate(part) : `\${process.env.${part.variable}}`));
  return `\`${inner.join('')}\``;
};

export const pythonLiteral = joinedWith('+', doubleQuoted, (name) => `os.environ["${name}"]`);
export const csharpLiteral = joinedWith('+', doubleQuoted, (name) => `Environment.GetEnvironmentVariable("${name}")`);
export const javaLiteral = joinedWith('+', doubleQuoted, (name) => `System.getenv("${name}")`);
export const goLiteral = joinedWith('+', doubleQuoted, (name) => `os.Getenv("${name}")`);
export const phpLiteral = joinedWith('.', phpQuoted, (name) => `getenv("${name}")`);

function inTemplate(text: string): string {
  return doubleQuoted(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replace(/[`]|\$(?=\{)/g, '\\$&');
}

/** In single quotes PHP reads everything as it stands but two signs; control characters need the other kind. */
function phpQuoted(text: string): string {
  if (!/[\p{Cc}\u2028\u2029\ufeff]/u.test(text)) return `'${text.replace(/[\\']/g, '\\$&')}'`;
  const inner = text
    .replace(/[\\"$]/g, '\\$&')
    .replace(/[\p{Cc}\u2028\u2029\ufeff]/gu, (character) => phpEscapes[character] ?? `\\u{${hexOf(character)}}`);
  return `"${inner}"`;
}

const phpEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(character: string): string {
  return `\\u${hexOf(character).padStart(4, '0')}`;
}

function hexOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16);
}
