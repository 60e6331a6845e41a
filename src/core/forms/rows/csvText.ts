import Papa from 'papaparse';

const guessed = [',', ';', '\t', '|'];

export interface ReadRows {
  readonly separator: string;
  readonly rows: readonly (readonly string[])[];
}

/** The rows of a text whose values are separated in some way, without those that hold nothing. */
export function readRows(text: string, separator?: string): ReadRows {
  const { rest, said } = withoutSeparatorLine(withOneLineEnd(text.replace(/^\uFEFF/, '')));
  const { data, meta } = Papa.parse<string[]>(rest, {
    delimiter: separator ?? said ?? '',
    delimitersToGuess: guessed,
    skipEmptyLines: 'greedy',
  });
  return { separator: meta.delimiter, rows: data.map((row) => row.map(unguarded)) };
}

/** The cells of a text from a spreadsheet or a table, each where it stood: an empty row is a row of empty cells. */
export function readCells(text: string, separator = '\t'): readonly (readonly string[])[] {
  // Spreadsheets end every row, the last one as well.
  const rest = withOneLineEnd(text.replace(/^\uFEFF/, '')).replace(/(\r\n?|\n)$/, '');
  if (rest === '') return [['']];
  const { data } = Papa.parse<string[]>(rest, { delimiter: separator });
  return data.map((row) => row.map(unguarded));
}

/** With a head, quotes where they are needed, and no cell that a spreadsheet would run as a formula. */
export function writeRows(rows: readonly (readonly string[])[], separator: string): string {
  const guardedRows = rows.map((row) => row.map(guarded));
  const text = Papa.unparse(guardedRows, { delimiter: separator, newline: '\r\n' });
  // Without a line end of its own, an empty row behind others would be none.
  return text.endsWith('\n') ? `${text}\r\n` : text;
}

/** Of a text that was put together from several, in which lines end in several ways. What is in quotes stays. */
function withOneLineEnd(text: string): string {
  const parts = text.split('"');
  const isOutside = (_: string, at: number) => at % 2 === 0;
  const ends = new Set(
    parts
      .filter(isOutside)
      .join('')
      .match(/\r\n|\r|\n/g),
  );
  if (ends.size < 2) return text;
  return parts.map((part, at) => (isOutside(part, at) ? part.replace(/\r\n?/g, '\n') : part)).join('"');
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
