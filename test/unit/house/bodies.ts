import { transform } from 'esbuild';
import type { SourceFile } from '../importGraph';
import { codePieces } from './codePieces';

export interface Body {
  readonly path: string;
  /** What the function is called; empty where it is an argument or a value of a table. */
  readonly name: string;
  readonly tokens: readonly string[];
}

/** A name that is looked for says that there is an idea; without one, short bodies are alike because the language is. */
const least = { named: 12, nameless: 24 };

/** What the language or an interface wants called so is no idea of its own. */
const given = ['constructor', 'dispose'];

const blocks = ['if', 'for', 'while', 'switch', 'catch', 'with'];

/** The functions of a file, without types, comments and layout, as the compiler prints them. */
export async function bodiesIn({ path, text }: Pick<SourceFile, 'path' | 'text'>): Promise<readonly Body[]> {
  const { code } = await transform(text, {
    loader: path.endsWith('x') ? 'tsx' : 'ts',
    jsx: 'automatic',
    target: 'esnext',
  });
  const tokens = tokensOf(code);
  const ends = closings(tokens);
  const starts = new Map([...ends].map(([open, close]) => [close, open]));
  return tokens.flatMap((token, at) => {
    const isArrow = token === '=>';
    if (!isArrow && !(token === '{' && tokens[at - 1] === ')')) return [];
    const head = nameOf(
      tokens,
      isArrow ? beforeParameters(tokens, at, starts) : (starts.get(at - 1) ?? 0) - 1,
      isArrow,
    );
    if (head === undefined) return [];
    const first = isArrow ? at + 1 : at;
    const body =
      tokens[first] === '{' ? tokens.slice(first, (ends.get(first) ?? first) + 1) : expression(tokens, first, ends);
    return [{ path, name: head, tokens: returned(body) }];
  });
}

/** Bodies that are the same and long enough to say something, each group once: without those that stand in another of them. */
export function sameBodies(bodies: readonly Body[]): readonly (readonly Body[])[] {
  const groups = new Map<string, Body[]>();
  for (const body of bodies) {
    const key = body.tokens.join(' ');
    groups.set(key, [...(groups.get(key) ?? []), body]);
  }
  const same = [...groups].filter(([, group]) => group.filter(isTelling).length > 1);
  return same
    .filter(([key]) => !same.some(([other]) => other !== key && other.includes(key)))
    .map(([, group]) => group);
}

function isTelling({ name, tokens }: Body): boolean {
  return tokens.length >= (name === '' || given.includes(name) ? least.nameless : least.named);
}

function tokensOf(code: string): readonly string[] {
  const tokens: string[] = [];
  let run = '';
  const flush = () => {
    tokens.push(...(run.match(/=>|[\w$#]+|\S/g) ?? []));
    run = '';
  };
  for (const { kind, text } of codePieces(code)) {
    if (kind === 'code') run += text;
    else flush();
    if (kind === 'text') tokens.push(text);
  }
  flush();
  return tokens;
}

/** Where each bracket is closed. */
function closings(tokens: readonly string[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  tokens.forEach((token, at) => {
    if (['(', '[', '{'].includes(token)) open.push(at);
    if ([')', ']', '}'].includes(token)) ends.set(open.pop() ?? -1, at);
  });
  return ends;
}

function beforeParameters(tokens: readonly string[], arrow: number, starts: ReadonlyMap<number, number>): number {
  const before = (tokens[arrow - 1] === ')' ? (starts.get(arrow - 1) ?? 0) : arrow - 1) - 1;
  return tokens[before] === 'async' ? before - 1 : before;
}

/** Nothing where the block is none of a function. */
function nameOf(tokens: readonly string[], at: number, isArrow: boolean): string | undefined {
  const token = tokens[at] ?? '';
  if (isArrow) return token === '=' ? (tokens[at - 1] ?? '') : '';
  if (blocks.includes(token)) return undefined;
  return /^[\w$#]+$/.test(token) && token !== 'function' ? token : '';
}

/** As far as the comma, semicolon or bracket that ends it. */
function expression(tokens: readonly string[], first: number, ends: ReadonlyMap<number, number>): readonly string[] {
  let at = first;
  while (at < tokens.length && ![',', ';', ')', ']', '}'].includes(tokens[at] ?? '')) at = (ends.get(at) ?? at) + 1;
  return tokens.slice(first, at);
}

/** `{ return value; }` says what `value` says behind an arrow. */
function returned(body: readonly string[]): readonly string[] {
  const [open, word] = body;
  if (open !== '{') return body;
  if (word !== 'return' || body.indexOf(';') !== body.length - 2) return body;
  return body.slice(2, -2);
}
