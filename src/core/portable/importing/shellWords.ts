import { shellVariable } from './ownVariables';

export type Shell = 'bash' | 'cmd' | 'powershell';

/** A word, or what ends a command. */
export type ShellToken = { readonly kind: 'word'; readonly text: string } | { readonly kind: 'end' };

/** Which shell a command was written for, by what only it reads in that way. */
export function shellOf(text: string): Shell {
  if (/\^\s*\r?\n|\^"/.test(text)) return 'cmd';
  if (/`\s*\r?\n|\$env:|^\s*curl\.exe\s|`"/.test(text) && !/\\\r?\n/.test(text)) return 'powershell';
  return 'bash';
}

/** The words of commands as their shell hands them on. Variables are `{{name}}`. */
export function shellWords(text: string, shell: Shell): readonly ShellToken[] {
  const reader = new WordReader(shell === 'cmd' ? withoutCarets(text) : text, readers[shell]);
  return reader.read();
}

/** What one shell does at a place of the text; undefined where it reads the character as it stands. */
type Read = (reader: WordReader) => boolean;

class WordReader {
  readonly #text: string;
  readonly #special: Read;
  readonly #tokens: ShellToken[] = [];
  at = 0;
  #word: string | undefined;

  constructor(text: string, special: Read) {
    this.#text = text;
    this.#special = special;
  }

  read(): readonly ShellToken[] {
    while (this.at < this.#text.length) {
      if (this.#special(this)) continue;
      if (this.take(/[ \t\r\n]+/y) !== undefined || this.take(/[;|&]+/y) !== undefined) {
        this.#endWord();
        if (/[;|&\n]/.test(this.#text.slice(0, this.at).at(-1) ?? '')) this.#tokens.push({ kind: 'end' });
        continue;
      }
      this.add(this.#text.charAt(this.at));
      this.at += 1;
    }
    this.#endWord();
    return this.#tokens;
  }

  /** What matches here, passed over. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text) ?? undefined;
    if (found !== undefined) this.at += found[0].length;
    return found;
  }

  /**
   * What stands in quotes here, as it is written, passed over. The quote itself stands there behind the `mark`, or
   * `doubled`. A loop: patterns that may choose come to an end of their own at some millions of characters.
   */
  takeQuoted(start: string, mark?: string, quotes: 'single' | 'doubled' = 'single'): string | undefined {
    if (!this.#text.startsWith(start, this.at)) return undefined;
    const quote = start.slice(-1);
    const from = this.at + start.length;
    for (let index = from; index < this.#text.length; index += 1) {
      const sign = this.#text.charAt(index);
      if (sign === mark) index += 1;
      else if (sign === quote && quotes === 'doubled' && this.#text.charAt(index + 1) === quote) index += 1;
      else if (sign === quote) {
        this.at = index + 1;
        return this.#text.slice(from, index);
      }
    }
    return undefined;
  }

  /** To the word, which may be an empty one. */
  add(text: string): void {
    this.#word = (this.#word ?? '') + text;
  }

  get isInWord(): boolean {
    return this.#word !== undefined;
  }

  #endWord(): void {
    if (this.#word !== undefined) this.#tokens.push({ kind: 'word', text: this.#word });
    this.#word = undefined;
  }
}

const readers: Readonly<Record<Shell, Read>> = { bash: readBash, cmd: readCmd, powershell: readPowerShell };

function readBash(reader: WordReader): boolean {
  if (reader.take(/\\\r?\n/y) !== undefined) return true;
  if (!reader.isInWord && reader.take(/#[^\n]*/y) !== undefined) return true;
  const escaped = reader.take(/\\([\s\S])/y);
  if (escaped !== undefined) return added(reader, escaped[1]);
  const coded = reader.takeQuoted("$'", '\\');
  if (coded !== undefined) return added(reader, ansiText(coded));
  const single = reader.take(/'([^']*)'/y);
  if (single !== undefined) return added(reader, single[1]);
  const double = reader.takeQuoted('"', '\\');
  if (double !== undefined) return added(reader, bashDouble(double));
  const variable = reader.take(/\$(?:\{(\w+)(?::-[^}]*)?\}|([A-Za-z_]\w*))/y);
  return variable !== undefined && added(reader, shellVariable(variable[1] ?? variable[2] ?? ''));
}

function bashDouble(text: string): string {
  return text.replace(
    /\\\r?\n|\\(["\\$`])|\$(?:\{(\w+)(?::-[^}]*)?\}|([A-Za-z_]\w*))/g,
    (whole, sign?: string, braced?: string, bare?: string) => {
      const name = braced ?? bare;
      if (name !== undefined) return shellVariable(name);
      return sign ?? (whole.endsWith('\n') ? '' : whole);
    },
  );
}

const ansi: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\x07',
  e: '\x1b',
};

function ansiText(text: string): string {
  return text.replace(
    /\\(?:x([\da-f]{1,2})|u([\da-f]{1,4})|U([\da-f]{1,8})|([0-7]{1,3})|([\s\S]))/gi,
    (whole, ...found) => {
      const [hex, short, long, octal, sign] = found as readonly (string | undefined)[];
      const code = hex ?? short ?? long;
      if (whole[1] !== 'X' && code !== undefined)
        return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff));
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
      return ansi[sign ?? ''] ?? sign ?? whole;
    },
  );
}

/** What the shell itself does; what is left is taken apart by the program. */
function withoutCarets(text: string): string {
  return text.replace(/\^\r?\n[ \t]*|\^([\s\S])/g, (_whole, sign?: string) => sign ?? ' ');
}

function readCmd(reader: WordReader): boolean {
  const quoted = reader.takeQuoted('"', '\\', 'doubled');
  if (quoted !== undefined) return added(reader, argumentText(quoted));
  const escaped = reader.take(/\\(")/y);
  if (escaped !== undefined) return added(reader, escaped[1]);
  const variable = reader.take(/%([A-Za-z_]\w*)%/y);
  return variable !== undefined && added(reader, shellVariable(variable[1] ?? ''));
}

/** Backslashes count in front of a quote only; a percent sign is doubled where no variable is meant. */
function argumentText(text: string): string {
  return text
    .replace(/(\\*)(""|\\"|"|$)/g, (_whole, slashes: string, end: string) =>
      end === '' ? slashes : `${slashes.slice(0, Math.floor(slashes.length / 2))}"`,
    )
    .replace(/%%|%([A-Za-z_]\w*)%/g, (_whole, name?: string) => (name === undefined ? '%' : shellVariable(name)));
}

function readPowerShell(reader: WordReader): boolean {
  if (reader.take(/`\r?\n/y) !== undefined) return true;
  if (!reader.isInWord && reader.take(/#[^\n]*/y) !== undefined) return true;
  const single = reader.takeQuoted("'", undefined, 'doubled');
  if (single !== undefined) return added(reader, single.replaceAll("''", "'").replaceAll('\\"', '"'));
  const double = reader.takeQuoted('"', '`', 'doubled');
  if (double !== undefined) return added(reader, powerShellDouble(double));
  const escaped = reader.take(/`([\s\S])/y);
  if (escaped !== undefined) return added(reader, escaped[1]);
  const variable = reader.take(/\$(?:env:)?([A-Za-z_]\w*)/iy);
  return variable !== undefined && added(reader, shellVariable(variable[1] ?? ''));
}

function powerShellDouble(text: string): string {
  return text
    .replace(/`([\s\S])|""|\$\{?(?:env:)?([A-Za-z_]\w*)\}?/gi, (_whole, sign?: string, name?: string) => {
      if (name !== undefined) return shellVariable(name);
      return sign === undefined ? '"' : ({ n: '\n', r: '\r', t: '\t' }[sign] ?? sign);
    })
    .replaceAll('\\"', '"');
}

function added(reader: WordReader, text = ''): true {
  reader.add(text);
  return true;
}
