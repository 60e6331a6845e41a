import { t } from '@vscode/l10n';
import { type AlmostToken, almostTokens } from './almostTokens';
import type { JsonFault } from './jsonFault';
import { withPositions } from './jsonPlace';
import { mendScalar } from './mendScalar';
import { readJson } from './readJson';

export interface JsonMend {
  /** What it does, in the imperative. */
  readonly title: string;
  /** The whole text, mended. It is JSON. */
  readonly text: string;
}

export interface BrokenJson {
  /** In the order of the text. */
  readonly faults: readonly [JsonFault, ...JsonFault[]];
  /** Present where everything could be put right. */
  readonly mend?: JsonMend;
}

/** Why a text is not JSON, for people: comments, commas, quotes, variables and the like are known by name. */
export function explainBroken(text: string): BrokenJson | undefined {
  const read = readJson(text);
  if (read.kind === 'read') return undefined;
  if (text.length > mostExplained) return read;
  const findings = new Explainer(text).run();
  const mended = applyAll(text, findings);
  const isMended = findings.every(({ json }) => json !== undefined) && readJson(mended).kind === 'read';
  // What stands behind the first thing that nobody understands is guesswork.
  const known = isMended ? findings : findings.slice(0, findings.findIndex(({ json }) => json === undefined) + 1);
  const [first, ...more] = withPositions(text, known.slice(0, mostFaults).map(faultOf));
  if (first === undefined) return read;
  return { faults: [first, ...more], ...(isMended && { mend: { title: titleOf(findings), text: mended } }) };
}

/** In characters. */
const mostExplained = 1024 * 1024;
const mostFaults = 50;

/** Something that is not JSON, and what belongs in its place. */
interface Finding {
  readonly code: string;
  readonly offset: number;
  readonly length: number;
  readonly message: string;
  readonly title: string;
  readonly json: string | undefined;
  /** What is replaced, where that is more than what is wrong. */
  readonly extent?: Extent | undefined;
}

interface Extent {
  readonly start: number;
  readonly end: number;
}

type Previous = 'start' | 'open' | 'comma' | 'colon' | 'key' | 'value';

class Explainer {
  readonly #text: string;
  readonly #findings: Finding[] = [];
  readonly #open: string[] = [];
  #previous: Previous = 'start';
  /** Of the last token that is no comment. */
  #last: Extent = { start: 0, end: 0 };
  /** The comma that separates; further ones are too many. */
  #separator: Extent = { start: 0, end: 0 };

  constructor(text: string) {
    this.#text = text;
  }

  run(): readonly Finding[] {
    for (const token of almostTokens(this.#text)) {
      if (token.kind === 'comment') {
        this.#comment(token);
      } else {
        this.#take(token);
        this.#last = token;
      }
      if (this.#findings.at(-1)?.json === undefined && this.#findings.length > 0) break;
    }
    return this.#findings.toSorted((one, other) => one.offset - other.offset);
  }

  #comment({ start, end }: AlmostToken): void {
    const message = t('JSON has no comments: take it out.');
    const extent = withItsLine(this.#text, start, end);
    this.#push({ start, end }, { code: 'comment', message, title: t('Take out the comments'), json: '', extent });
  }

  #take(token: AlmostToken): void {
    const spelling = this.#text.slice(token.start, token.end);
    if (token.kind === 'unclosed') this.#unclosed(token);
    else if (token.kind !== 'mark') this.#scalar(token, spelling);
    else if (spelling === ',') this.#comma(token);
    else if (spelling === ':') this.#colon(token);
    else if (spelling === '{' || spelling === '[') this.#openContainer(token, spelling);
    else this.#close(token, spelling);
  }

  #scalar(token: AlmostToken, spelling: string): void {
    const isKey = this.#open.at(-1) === '{' && !['colon', 'key'].includes(this.#previous);
    this.#missingSeparator(token);
    const mend = mendScalar(token, spelling, isKey);
    if (mend !== undefined) this.#find(token, mend.code, mend.message, mend.title, mend.json);
    this.#previous = isKey ? 'key' : 'value';
  }

  #openContainer(token: AlmostToken, mark: string): void {
    const isName = this.#open.at(-1) === '{' && ['open', 'comma', 'value'].includes(this.#previous);
    if (isName) this.#find(token, 'expected_key', t('The name of a property must stand here, in double quotes.'));
    this.#missingSeparator(token);
    this.#open.push(mark);
    this.#previous = 'open';
  }

  #missingSeparator(token: AlmostToken): void {
    if (this.#previous === 'key') this.#insert(':', 'missing_colon', t('A colon is missing after this name.'));
    if (this.#previous !== 'value') return;
    if (this.#open.length === 0) this.#find(token, 'expected_end', t('Something follows after the end of the JSON.'));
    else this.#insert(',', 'missing_comma', t('A comma is missing after this value.'));
  }

  #close(token: AlmostToken, mark: string): void {
    const opened = this.#open.pop();
    if (opened !== (mark === '}' ? '{' : '[')) {
      this.#find(token, 'wrong_bracket', t('A "{0}" closes nothing that is open here.', mark));
    } else if (this.#previous === 'comma') {
      const message = t('There must be no comma in front of "{0}": take it out.', mark);
      this.#find(this.#separator, 'trailing_comma', message, t('Take out the commas'), '');
    } else if (this.#previous === 'colon' || this.#previous === 'key') {
      this.#find(token, 'expected_value', t('The value of this property is missing.'));
    }
    this.#previous = 'value';
  }

  #comma(token: AlmostToken): void {
    if (this.#previous === 'colon' || this.#previous === 'key') {
      this.#find(token, 'expected_value', t('The value of this property is missing.'));
    } else if (this.#previous !== 'value') {
      this.#find(token, 'extra_comma', t('There is a comma too many: take it out.'), t('Take out the commas'), '');
    } else {
      this.#previous = 'comma';
      this.#separator = token;
    }
  }

  #colon(token: AlmostToken): void {
    if (this.#previous !== 'key') this.#find(token, 'extra_colon', t('No colon belongs here.'));
    this.#previous = 'colon';
  }

  #unclosed(token: AlmostToken): void {
    const mark = this.#text.slice(token.start, token.end);
    const message = /["'`“”„‟«»″]/.test(mark)
      ? t('A text begins here that is not closed in its line.')
      : t('The character {0} means nothing in JSON.', mark);
    this.#find(token, 'unclosed_text', message);
  }

  #insert(mark: string, code: string, message: string): void {
    const { start, end } = this.#last;
    this.#find({ start, end }, code, message, t('Write what is missing'), this.#text.slice(start, end) + mark);
  }

  #find(place: Extent, code: string, message: string, title = '', json?: string): void {
    this.#push(place, { code, message, title, json });
  }

  #push({ start, end }: Extent, what: Omit<Finding, 'offset' | 'length'>): void {
    this.#findings.push({ ...what, offset: start, length: end - start });
  }
}

/** A comment alone in its line goes with the line, another one with the blanks in front of it. */
function withItsLine(text: string, start: number, end: number): Extent {
  let from = start;
  while (text[from - 1] === ' ' || text[from - 1] === '\t') from -= 1;
  const isAlone = from > 0 && text[from - 1] === '\n';
  const lineEnd = /^[ \t]*\r?\n/.exec(text.slice(end, end + 80))?.[0].length;
  return isAlone && lineEnd !== undefined ? { start: from, end: end + lineEnd } : { start: from, end };
}

function faultOf({ code, offset, length, message }: Finding): Omit<JsonFault, 'line' | 'column'> {
  return { code, offset, length, message };
}

function titleOf(findings: readonly Finding[]): string {
  const titles = new Set(findings.map(({ title }) => title));
  return titles.size === 1 ? [...titles].join() : t('Write it as JSON');
}

/** Two findings at one place are a value that is mended and lacks something behind it. */
function applyAll(text: string, findings: readonly Finding[]): string {
  let mended = '';
  let at = 0;
  for (const { offset, length, json = '', extent = { start: offset, end: offset + length } } of findings) {
    if (offset < at) {
      mended += json.slice(length);
      continue;
    }
    mended += text.slice(at, extent.start) + json;
    at = extent.end;
  }
  return mended + text.slice(at);
}
