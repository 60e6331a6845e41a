import type { JsonValue } from '../../src/protocol/json';

export interface Spelling {
  readonly name: string;
  readonly type?: string;
  /** In place of the one that is documented. */
  readonly status?: number;
  write(value: JsonValue): string;
}

/** How servers write one and the same reply, and what happens to it on the way. */
export const spellings: readonly Spelling[] = [
  { name: 'JavaScript', write: (value) => JSON.stringify(value) },
  { name: 'JavaScript, pretty', write: (value) => JSON.stringify(value, undefined, 4) },
  { name: 'PHP', write: (value) => ascii(JSON.stringify(value)).replaceAll('/', '\\/') },
  { name: '.NET', write: (value) => dotNet(JSON.stringify(value)) },
  { name: 'Python', write: (value) => ascii(JSON.stringify(value)).replace(/([:,])(?=["[{\d])/g, '$1 ') },
  { name: 'every character escaped', write: (value) => escapeAll(JSON.stringify(value)) },
  { name: 'a byte order mark', write: (value) => `\ufeff${JSON.stringify(value)}` },
  { name: 'text/plain', type: 'text/plain', write: (value) => JSON.stringify(value) },
  { name: 'deeper', write: (value) => JSON.stringify({ result: { data: [value] } }) },
  { name: 'status 201', status: 201, write: (value) => JSON.stringify(value) },
  { name: 'status 400', status: 400, write: (value) => JSON.stringify(value) },
  { name: 'status 500, PHP', status: 500, write: (value) => ascii(JSON.stringify(value)).replaceAll('/', '\\/') },
  { name: 'JSON in a text of JSON', write: (value) => JSON.stringify({ payload: JSON.stringify(value) }) },
  { name: 'a text of JSON', write: (value) => JSON.stringify(dotNet(JSON.stringify(value))) },
  { name: 'behind a prefix', write: (value) => `)]}',\n${JSON.stringify(value)}` },
  { name: 'lines', write: (value) => `${JSON.stringify(value)}\n${JSON.stringify(value)}\n` },
  { name: 'broken at the end', write: (value) => `${JSON.stringify(value)},,` },
  { name: 'a page', type: 'text/html', write: (value) => `<pre>${JSON.stringify(value)}</pre>` },
  {
    name: 'a page, escaped',
    type: 'text/html',
    write: (value) => `<pre>${html(JSON.stringify(value, null, 2))}</pre>`,
  },
  {
    name: 'a page, PHP',
    type: 'text/html',
    write: (value) => `<p>${ascii(JSON.stringify(value)).replaceAll('/', '\\/')}`,
  },
  {
    name: 'in an address',
    type: 'text/plain',
    write: (value) => `at /x?reply=${encodeURIComponent(JSON.stringify(value))}`,
  },
  {
    name: 'four levels of escapes',
    type: 'text/plain',
    write: (value) => {
      const address = [1, 2, 3, 4].reduce((next) => `/x?next=${encodeURIComponent(next)}`, JSON.stringify(value));
      return `at ${address}`;
    },
  },
  ...[0.3, 0.5, 0.7, 0.9].map((part) => ({
    name: `cut off at ${part * 100} %`,
    write: (value: JsonValue) => cut(JSON.stringify(value), part),
  })),
];

/** What somebody sees who takes escapes away again and again. */
export function levelsOf(text: string): readonly string[] {
  const levels = [text];
  for (let next = unescaped(text); next !== levels.at(-1) && levels.length < 6; next = unescaped(next))
    levels.push(next);
  return levels;
}

function ascii(text: string): string {
  return text.replace(/[^\0-~]/g, unicode);
}

function dotNet(json: string): string {
  const escaped = ascii(json).replace(/\\(.)/g, (whole, character: string) => (character === '"' ? '\\u0022' : whole));
  return escaped.replace(/[+&<>'`]/g, (character) => unicode(character).toUpperCase().replace('\\U', '\\u'));
}

/** Of texts, keys included. */
function escapeAll(json: string): string {
  return json.replace(
    /"((?:[^"\\]|\\.)*)"/g,
    (whole) =>
      `"${Array.from(JSON.parse(whole) as string, (character) => character.replace(/[\s\S]/g, unicode)).join('')}"`,
  );
}

function html(text: string): string {
  return text.replace(/[&<>"'/+]/g, (character) => named[character] ?? `&#x${character.charCodeAt(0).toString(16)};`);
}

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** In the middle of the text that stands there, so that the cut hurts. */
function cut(text: string, part: number): string {
  const at = Math.floor(text.length * part);
  const secret = text.indexOf('S3cr', at);
  return text.slice(0, secret === -1 ? at : secret + 14);
}

function unicode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function unescaped(text: string): string {
  return text
    .replace(/\\u([\da-f]{4})/gi, (_whole, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    .replace(/\\(["\\/])/g, '$1')
    .replace(/&#x([\da-f]+);/gi, (_whole, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    .replace(/&#(\d+);/g, (_whole, digits: string) => String.fromCharCode(Number(digits)))
    .replace(/&(amp|lt|gt|quot);/g, (_whole, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? '')
    .replace(/(?:%[\da-f]{2})+/gi, (run) => new TextDecoder().decode(Buffer.from(run.replaceAll('%', ''), 'hex')));
}
