/** A line of JSON laid out. What it shows is told by places in the text: nothing is spelled anew. */
export interface JsonRow {
  /** `rest` is what could not be read: the end of a text that is cut, or what is no JSON. */
  readonly kind: 'scalar' | 'open' | 'empty' | 'close' | 'rest';
  readonly depth: number;
  /** Row of the object or list that it stands in, -1 at the top. */
  readonly parent: number;
  /** Name or index in it; undefined at the top. */
  readonly step: string | number | undefined;
  /** Of the name with its quotes; both are 0 where there is none. */
  readonly keyStart: number;
  readonly keyEnd: number;
  /** Of the value; of an object or list from bracket to bracket. */
  readonly start: number;
  readonly end: number;
  /** The last row that belongs to it: of what is open, the row of the bracket that closes it. */
  readonly last: number;
  /** Members or items that it has. */
  readonly count: number;
  /** Among its neighbours, from 1. */
  readonly position: number;
  readonly hasComma: boolean;
  /** Its end is not in the text. */
  readonly isCut: boolean;
  /** A name that stands several times in its object. */
  readonly repeats: 'no' | 'replaced' | 'last';
}

/** The rows of a JSON text, whole or cut off anywhere. A name that stands twice has two rows. */
export function readRows(text: string): readonly JsonRow[] {
  const reader = new RowReader(text);
  for (let isRead = true; isRead; ) isRead = reader.advance();
  return reader.finish();
}

type OpenRow = { -readonly [Key in keyof JsonRow]: JsonRow[Key] };

interface OpenContainer {
  readonly index: number;
  readonly row: OpenRow;
  /** The rows of its names so far; undefined in a list. */
  readonly names: Map<string, OpenRow> | undefined;
}

// Sticky: each is tried where a value, a name or a mark must stand. No alternative begins where another has been.
const blanks = /[ \t\r\n]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that JSON does not take.
const string = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const scalar = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

class RowReader {
  readonly #text: string;
  readonly #rows: OpenRow[] = [];
  readonly #open: OpenContainer[] = [];
  #at: number;
  /** Behind the last row that was read whole. */
  #read = 0;

  constructor(text: string) {
    this.#text = text;
    this.#at = text.startsWith('\uFEFF') ? 1 : 0;
  }

  /** Reads one row; false where there is none. */
  advance(): boolean {
    const within = this.#open.at(-1);
    if (within === undefined) return this.#rows.length === 0 && this.#value(undefined, 0, 0);
    const { row, names } = within;
    this.#skipBlanks();
    if (this.#takes(names ? '}' : ']')) return this.#close(within);
    if (row.count > 0 && !this.#takes(',')) return false;
    const isRead = names ? this.#member() : this.#value(row.count, 0, 0);
    if (isRead && row.count > 1) this.#addComma();
    return isRead;
  }

  finish(): readonly JsonRow[] {
    const last = this.#rows.length - 1;
    for (const { row } of this.#open) Object.assign(row, { last, end: this.#text.length, isCut: true });
    const rest = this.#text.slice(this.#read).trim();
    if (rest !== '') for (const [start, end] of linesOf(this.#text, this.#read)) this.#addRest(start, end);
    return this.#rows;
  }

  #member(): boolean {
    this.#skipBlanks();
    const start = this.#at;
    if (!this.#passes(string)) return false;
    const end = this.#at;
    this.#skipBlanks();
    return this.#takes(':') && this.#value(JSON.parse(this.#text.slice(start, end)) as string, start, end);
  }

  #value(step: string | number | undefined, keyStart: number, keyEnd: number): boolean {
    this.#skipBlanks();
    const start = this.#at;
    const character = this.#text[start];
    if (character === '{' || character === '[') return this.#opened(step, keyStart, keyEnd);
    if (!this.#passes(character === '"' ? string : scalar)) return false;
    this.#add({ kind: 'scalar', step, keyStart, keyEnd, start, end: this.#at });
    return true;
  }

  #opened(step: string | number | undefined, keyStart: number, keyEnd: number): boolean {
    const start = this.#at;
    const isObject = this.#text[start] === '{';
    this.#at += 1;
    this.#skipBlanks();
    const kind = this.#takes(isObject ? '}' : ']') ? 'empty' : 'open';
    const row = this.#add({ kind, step, keyStart, keyEnd, start, end: this.#at });
    if (kind === 'open') {
      this.#open.push({ index: this.#rows.length - 1, row, names: isObject ? new Map() : undefined });
    }
    return true;
  }

  #close({ index, row }: OpenContainer): true {
    this.#open.pop();
    const { depth, step } = row;
    Object.assign(row, { last: this.#rows.length, end: this.#at });
    const closing = newRow('close', depth, index, step);
    this.#rows.push(Object.assign(closing, { start: this.#at - 1, end: this.#at }));
    this.#closeRow();
    return true;
  }

  #add(row: Pick<JsonRow, 'kind' | 'step' | 'keyStart' | 'keyEnd' | 'start' | 'end'>): OpenRow {
    const within = this.#open.at(-1);
    const added = newRow(row.kind, this.#open.length, within?.index ?? -1, row.step);
    added.keyStart = row.keyStart;
    added.keyEnd = row.keyEnd;
    added.start = row.start;
    added.end = row.end;
    if (within) {
      within.row.count += 1;
      added.position = within.row.count;
      markRepeats(within.names, added);
    }
    this.#rows.push(added);
    this.#closeRow();
    return added;
  }

  #closeRow(): void {
    const row = this.#rows.at(-1);
    if (row) row.last = this.#rows.length - 1;
    this.#read = this.#at;
  }

  /** To the row in front of the one that was just read. */
  #addComma(): void {
    const before = this.#rows.at(-2);
    if (before) before.hasComma = true;
  }

  #addRest(start: number, end: number): void {
    const rest = newRow('rest', 0, -1, undefined);
    this.#rows.push(Object.assign(rest, { start, end, last: this.#rows.length, isCut: true }));
  }

  #skipBlanks(): void {
    blanks.lastIndex = this.#at;
    blanks.test(this.#text);
    this.#at = blanks.lastIndex;
  }

  #takes(mark: string): boolean {
    if (this.#text[this.#at] !== mark) return false;
    this.#at += 1;
    return true;
  }

  #passes(lexeme: RegExp): boolean {
    lexeme.lastIndex = this.#at;
    if (!lexeme.test(this.#text)) return false;
    this.#at = lexeme.lastIndex;
    return true;
  }
}

/** Spelled out: there may be hundred thousands of them. */
function newRow(kind: JsonRow['kind'], depth: number, parent: number, step: JsonRow['step']): OpenRow {
  return {
    kind,
    depth,
    parent,
    step,
    keyStart: 0,
    keyEnd: 0,
    start: 0,
    end: 0,
    last: 0,
    count: 0,
    position: 1,
    hasComma: false,
    isCut: false,
    repeats: 'no',
  };
}

function markRepeats(names: Map<string, OpenRow> | undefined, row: OpenRow): void {
  if (names === undefined || typeof row.step !== 'string') return;
  const before = names.get(row.step);
  if (before) {
    before.repeats = 'replaced';
    row.repeats = 'last';
  }
  names.set(row.step, row);
}

function linesOf(text: string, from: number): readonly (readonly [start: number, end: number])[] {
  const lines: [number, number][] = [];
  const first = from + text.slice(from).search(/\S/);
  for (let start = first; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    lines.push([start, end]);
    start = end + 1;
  }
  return lines;
}
