import Papa from 'papaparse';

const guessed = [',', ';', '\t', '|'];

export interface ReadRows {
  readonly separator: string;
  readonly rows: readonly (readonly string[])[];
}

/** The rows of a text whose values are separated in some way, without those that hold nothing. */
export function readRows(text: string, separator?: string): ReadRows {
  const { rest, said } = withoutSeparatorLine(text.replace(/^\uFEFF/, ''));
  const { data, meta } = Papa.parse<string[]>(rest, {
    delimiter: separator ?? said ?? '',
    delimitersToGuess: guessed,
    skipEmptyLines: 'greedy',
  });
  return { separator: meta.delimiter, rows: data.map((row) => row.map(unguarded)) };
}

/** With a head, quotes where they are needed, and no cell that a spreadsheet would run as a formula. */
export function writeRows(rows: readonly (readonly string[])[], separator: string): string {
  const guardedRows = rows.map((row) => row.map(guarded));
  return Papa.unparse(guardedRows, { delimiter: separator, newline: '\r\n' });
}

/** Excel says so in the first line which separator it means. */
function withoutSeparatorLine(text: string): { readonly rest: string; readonly said: string | undefined } {
  const line = /^"?sep=(.)"?\r?\n/i.exec(text);
  return line ? { rest: text.slice(line[0].length), said: line[1] } : { rest: text, said: undefined };
}

/** An apostrophe before what begins like a formula makes it a text; one that stands there already gets another. */
function guarded(cell: string): string {
  return /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

function unguarded(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
