import { t } from '@vscode/l10n';
import type { ForeignBody, ForeignCollection, ForeignVariable, LeftOut, Pair } from './foreignCall';
import { emptyCollection, textBody } from './foreignCall';
import { ownVariables } from './ownVariables';

/** A request or an environment of Bruno, in its own language. */
export function readBru(text: string): ForeignCollection {
  const blocks = blocksOf(text);
  const variables = variablesOf(blocks);
  const method = methods.find((name) => blocks.has(name));
  if (method === undefined) return { ...emptyCollection, variables };
  const title = pairs(blocks.get('meta')).find(([name]) => name === 'name')?.[1] ?? '';
  const address = pairs(blocks.get(method)).find(([name]) => name === 'url')?.[1] ?? '';
  const call = {
    title,
    method: method.toUpperCase(),
    url: ownVariables(withPath(address, pairs(blocks.get('params:path')))),
    headers: pairs(blocks.get('headers')).map(([name, value]) => [name.toLowerCase(), ownVariables(value)] as const),
    body: bodyOf(blocks),
  };
  return { calls: [call], variables, leftOut: leftOutOf(blocks, title) };
}

const methods = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'] as const;

/** A block ends with a brace or bracket at the beginning of a line. */
function blocksOf(text: string): ReadonlyMap<string, string> {
  const found = text
    .replaceAll('\r\n', '\n')
    .matchAll(/^([\w:-]+)\s*(?:\{\n([\s\S]*?)^\}|\[\n([\s\S]*?)^\]|\{\s*\}|\[\s*\])/gm);
  return new Map([...found].map(([, name = '', braces, brackets]) => [name, braces ?? brackets ?? '']));
}

/** Names in quotes may hold a colon; what is switched off begins with `~`. */
function pairs(block = ''): readonly Pair[] {
  return block.split('\n').flatMap((line): readonly Pair[] => {
    const [, quoted, plain, value = ''] =
      /^\s*(?:"((?:[^"\\]|\\.)*)"|([^~\s:][^:]*?))\s*:\s*(.*?)\s*$/.exec(line) ?? [];
    const name = quoted?.replace(/\\(.)/g, '$1') ?? plain;
    return name === undefined ? [] : [[name, value]];
  });
}

function withPath(address: string, values: readonly Pair[]): string {
  const known = new Map(values);
  return address.replace(/\/:([\w-]+)/g, (_whole, name: string) => `/${known.get(name) || `{{${name}}}`}`);
}

function bodyOf(blocks: ReadonlyMap<string, string>): ForeignBody | undefined {
  const form = blocks.get('body:form-urlencoded') ?? blocks.get('body:multipart-form');
  if (form !== undefined) return { kind: 'fields', fields: pairs(form).map(([name, value]) => fieldOf(name, value)) };
  const text = blocks.get('body:json') ?? blocks.get('body:text') ?? blocks.get('body');
  return textBody(text === undefined ? undefined : ownVariables(text.replace(/^ {2}/gm, '').trim()));
}

function fieldOf(name: string, value: string) {
  const file = /^@file\(([^|)]*)/.exec(value)?.[1];
  return { name: ownVariables(name), value: ownVariables(file ?? value), isFile: file !== undefined };
}

function variablesOf(blocks: ReadonlyMap<string, string>): readonly ForeignVariable[] {
  const plain = [...pairs(blocks.get('vars')), ...pairs(blocks.get('vars:pre-request'))];
  const secret = (blocks.get('vars:secret') ?? '').match(/[\w.-]+/g) ?? [];
  return [
    ...plain.map(([name, value]) => ({ name, value: ownVariables(value), isSecret: false })),
    ...secret.map((name) => ({ name, value: '', isSecret: true })),
  ];
}

function leftOutOf(blocks: ReadonlyMap<string, string>, what: string): readonly LeftOut[] {
  const has = (pattern: RegExp) => [...blocks].some(([name, text]) => pattern.test(name) && text.trim() !== '');
  return [
    ...(has(/^script/) ? [{ what, why: t('A script for Bruno cannot be taken over.') }] : []),
    ...(has(/^(tests|assert)$/) ? [{ what, why: t('Tests for Bruno cannot be taken over.') }] : []),
    ...(has(/^auth:(?!bearer|basic|oauth2|apikey)/)
      ? [{ what, why: t('This kind of authorization is none that the APIs here know.') }]
      : []),
  ];
}
