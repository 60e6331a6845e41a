export interface CodePiece {
  readonly kind: 'comment' | 'text' | 'code';
  readonly text: string;
}

const comment = String.raw`\/\*[\s\S]*?\*\/|\/\/.*`;
const string = String.raw`'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"`;
const pattern = String.raw`(?=\/)(?<=(?:[=(,:[!&|?{;]|\breturn)\s{0,20})\/(?![*/])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/`;
const piece = new RegExp(String.raw`(?<comment>${comment})|(?<text>${string}|${pattern})|[^'"\x60/{}]+|[\s\S]`, 'y');
const templatePiece = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{|$)/y;

/** A source in its order: comments, texts (strings, patterns, the words of a template), and the code between them. */
export function codePieces(source: string): readonly CodePiece[] {
  const reader = new CodeReader(source);
  reader.read();
  return reader.pieces;
}

class CodeReader {
  readonly #source: string;
  #at = 0;
  readonly pieces: CodePiece[] = [];

  constructor(source: string) {
    this.#source = source;
  }

  /** As far as the brace that ends what fills a template, or the whole. */
  read(): void {
    let depth = 0;
    while (depth >= 0 && this.#at < this.#source.length) {
      const next = this.#next();
      if (next.kind === 'code' && next.text === '{') depth += 1;
      if (next.kind === 'code' && next.text === '}') depth -= 1;
      if (next.kind === 'code' && next.text === '`') this.#readTemplate();
      else this.pieces.push(next);
    }
  }

  /** What fills a template is code between braces. */
  #readTemplate(): void {
    for (let text = this.#match(templatePiece)[0]; ; text = this.#match(templatePiece)[0]) {
      const isFilled = text.endsWith('${');
      this.pieces.push({ kind: 'text', text: `\`${text.slice(0, isFilled ? -2 : undefined)}` });
      if (!isFilled) return;
      this.pieces.push({ kind: 'code', text: '{' });
      this.read();
    }
  }

  #next(): CodePiece {
    const [text, groups] = this.#match(piece);
    if (groups?.['comment'] !== undefined) return { kind: 'comment', text };
    return { kind: groups?.['text'] === undefined ? 'code' : 'text', text };
  }

  #match(expected: RegExp): readonly [string, RegExpExecArray['groups']] {
    expected.lastIndex = this.#at;
    const match = expected.exec(this.#source);
    const found = match?.[0] ?? '';
    this.#at += found.length;
    return [found, match?.groups];
  }
}
