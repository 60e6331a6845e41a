import { parseEnv } from 'node:util';

export interface EnvFile {
  readonly variables: Readonly<Record<string, string>>;
  /** What cannot be meant as it stands, by its line. */
  readonly faults: readonly EnvFault[];
}

export interface EnvFault {
  /** From 1. */
  readonly line: number;
  /** The variable, where it has one. Never a value: it may be a secret. */
  readonly name?: string;
  /** A sentence: what is wrong and what to write. */
  readonly message: string;
}

/** The variables of a `.env` file, as Node reads each of its entries; of a name that stands twice the last counts. */
export function readEnvFile(text: string): EnvFile {
  const variables: Record<string, string> = Object.create(null);
  const faults: EnvFault[] = [];
  for (const entry of entriesOf(text)) {
    const read = readEntry(entry);
    if (read.name !== undefined && read.value !== undefined) variables[read.name] = read.value;
    if (read.message === undefined) continue;
    const name = read.name === undefined ? {} : { name: read.name };
    faults.push({ line: entry.line, ...name, message: read.message });
  }
  return { variables: { ...variables }, faults };
}

interface Entry {
  readonly line: number;
  readonly text: string;
}

/** A value in quotes may go on over several lines. */
function entriesOf(text: string): readonly Entry[] {
  const lines = text.split(/\r\n|\n|\r/);
  const entries: Entry[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = index + 1;
    const first = (lines[index] ?? '').trimStart();
    if (first === '' || first.startsWith('#')) continue;
    const last = endOfQuoted(lines, index);
    entries.push({ line, text: [first, ...lines.slice(index + 1, last + 1)].join('\n') });
    index = last;
  }
  return entries;
}

const quoted = /^[^=]*=\s*(["'`])(.*)$/;

/** The line that closes the quotes which this one opens; this one where it opens none, or none closes them. */
function endOfQuoted(lines: readonly string[], index: number): number {
  const [, quote, rest] = quoted.exec(lines[index] ?? '') ?? [];
  if (quote === undefined || rest?.includes(quote)) return index;
  const end = lines.findIndex((line, at) => at > index && line.includes(quote));
  return end < 0 ? index : end;
}

interface ReadEntry {
  readonly name?: string;
  readonly value?: string;
  readonly message?: string;
}

function readEntry({ text }: Entry): ReadEntry {
  const plain = text.replace(/^export\s+(?=\S)(?!=)/, '');
  const equals = plain.indexOf('=');
  const [firstLine = ''] = plain.split('\n');
  if (equals < 0 || equals > firstLine.length) return { message: 'There is no "=": write NAME=value.' };
  const name = plain.slice(0, equals).trim();
  if (!/^[A-Za-z_][\w.-]*$/.test(name)) {
    return { message: 'Its name is none: write letters, digits and "_" before the "=".' };
  }
  const value = parseEnv(plain)[name];
  if (value === undefined) return { name, message: `The quotes of ${name} are never closed.` };
  const message = cutValue(name, plain.slice(equals + 1).trim());
  return { name, value, ...(message !== undefined && { message }) };
}

/** Of what stands there not all is taken: a key would be sent in half. */
function cutValue(name: string, written: string): string | undefined {
  const quote = /^["'`]/.exec(written)?.[0];
  if (quote === undefined) {
    const comment = `${name} ends at its "#", since what follows is a comment: put the value in quotes.`;
    return /\S#/.test(written.split(/\s#/)[0] ?? '') ? comment : undefined;
  }
  const behind = written.slice(written.indexOf(quote, 1) + 1).trim();
  return behind === '' || behind.startsWith('#')
    ? undefined
    : `${name} ends at the second ${quote} and something follows: quote it with another of ", ' and \`.`;
}
