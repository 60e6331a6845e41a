import { joinPointer } from '../../requests/pointer';
import { atOnce, type Steps, withPauses } from '../../steps';
import { afterColon, lineStart } from '../jsonLayout';
import { JsonScanner } from '../jsonScanner';
import { type Pause, sliceLength } from '../readJson';
import type { JsonHolder, ScalarPlace } from './scalarPlace';
import { TextPieces } from './textPieces';

/** Another JSON text for the value, undefined to keep it as it is spelled. */
export type ReplaceScalar = (place: ScalarPlace) => string | undefined;

export interface RewriteOptions {
  /** Spaces a level, 0 for everything on one line. Without it, the layout stays as it came. */
  readonly indent?: number;
  /** In characters: no more is written than this and one value. */
  readonly most?: number;
  /** Another JSON text for a name, undefined to keep it as it is spelled. Places keep the name that came. */
  readonly replaceKey?: ((key: string) => string | undefined) | undefined;
}

export interface RewrittenJson {
  readonly text: string;
  /** Where reading stopped: behind the last token that was written. */
  readonly end: number;
  /** `broken` where the text stops being JSON, `cut` where `most` was reached. */
  readonly kind: 'whole' | 'broken' | 'cut';
}

/**
 * Writes a JSON text anew, token by token: digits, escapes, order and repeated names stay. Also for a text that is cut
 * off or broken, as far as it can be read.
 */
export function rewriteJson(text: string, replace: ReplaceScalar, options: RewriteOptions = {}): RewrittenJson {
  return atOnce(rewriteJsonInSteps(text, replace, options));
}

/** The same, with a pause after every slice of the work. */
export async function rewriteJsonInSlices(
  text: string,
  replace: ReplaceScalar,
  { pause, ...options }: RewriteOptions & { readonly pause: Pause },
): Promise<RewrittenJson> {
  return withPauses(rewriteJsonInSteps(text, replace, options), pause);
}

export function* rewriteJsonInSteps(
  text: string,
  replace: ReplaceScalar,
  options: RewriteOptions = {},
): Steps<RewrittenJson> {
  const rewriter = new JsonRewriter(text, replace, options);
  while (!rewriter.advance(sliceLength)) yield;
  return rewriter.result();
}

class JsonRewriter implements ScalarPlace {
  readonly #scanner: JsonScanner;
  readonly #replace: ReplaceScalar;
  readonly #replaceKey: RewriteOptions['replaceKey'];
  readonly #most: number;
  readonly #layout: 'kept' | number;
  /** The key or index in each open object and array. */
  readonly #keys: (string | number)[] = [];
  /** Where each of them begins. */
  readonly #open: JsonHolder[] = [];
  readonly #lastText = { depth: -1, start: 0, end: 0 };
  readonly #written = new TextPieces();
  #end = 0;
  #kind: RewrittenJson['kind'] = 'whole';
  /** Nothing was written since a container was opened. */
  #isFirst = true;
  #follows: 'key' | 'other' = 'other';

  constructor(text: string, replace: ReplaceScalar, { indent, most, replaceKey }: RewriteOptions) {
    this.#scanner = new JsonScanner(text);
    this.#replace = replace;
    this.#layout = indent ?? 'kept';
    this.#replaceKey = replaceKey;
    this.#most = most ?? Number.POSITIVE_INFINITY;
  }

  get key(): string | number | undefined {
    return this.#keys.at(-1);
  }

  get value(): string | number | boolean | null {
    const { token } = this.#scanner;
    if (token === 'string') return this.#scanner.content();
    if (token === 'number') return Number(this.#scanner.spelling());
    return token === 'null' ? null : token === 'true';
  }

  get spelling(): string {
    return this.#scanner.spelling();
  }

  get text(): string {
    return this.#scanner.text;
  }

  get start(): number {
    return this.#scanner.start;
  }

  path(most?: number): readonly (string | number)[] {
    return most === undefined ? [...this.#keys] : this.#keys.slice(-most);
  }

  pointer(): string {
    return joinPointer('', ...this.#keys);
  }

  holder(): JsonHolder | undefined {
    return this.#open[this.#keys.findLastIndex((key) => typeof key === 'string')];
  }

  itemBefore(): string | undefined {
    const { depth, start, end } = this.#lastText;
    if (typeof this.key !== 'number' || this.key === 0 || depth !== this.#keys.length) return undefined;
    return JSON.parse(this.#scanner.text.slice(start, end)) as string;
  }

  advance(most: number): boolean {
    const scanner = this.#scanner;
    const limit = scanner.end + most;
    while (scanner.end < limit) {
      const token = scanner.next();
      if (token === 'end' || token === 'fault') {
        this.#finish(token);
        return true;
      }
      this.#write();
      this.#end = scanner.end;
      if (this.#written.length >= this.#most) {
        this.#kind = 'cut';
        return true;
      }
    }
    return false;
  }

  result(): RewrittenJson {
    return { text: this.#written.toString(), end: this.#end, kind: this.#kind };
  }

  #finish(token: 'end' | 'fault'): void {
    if (token === 'fault') this.#kind = 'broken';
    else if (this.#layout === 'kept') this.#written.push(this.#scanner.text.slice(this.#end));
  }

  #write(): void {
    const { token } = this.#scanner;
    switch (token) {
      case 'key':
        this.#lead();
        this.#writeKey(this.#scanner.content());
        return;
      case 'openObject':
      case 'openArray':
        this.#startItem();
        this.#written.push(this.#scanner.spelling());
        this.#keys.push(token === 'openArray' ? -1 : '');
        this.#open.push({ text: this.#scanner.text, start: this.#scanner.start });
        this.#isFirst = true;
        return;
      case 'closeObject':
      case 'closeArray':
        this.#keys.pop();
        this.#open.pop();
        this.#lastText.depth = -1;
        this.#closing();
        this.#written.push(this.#scanner.spelling());
        this.#isFirst = false;
        return;
      default:
        this.#startItem();
        this.#written.push(this.#replace(this) ?? this.#scanner.spelling());
        this.#remember();
        this.#isFirst = false;
    }
  }

  /** A name of something is short. */
  #remember(): void {
    const { token, start, end } = this.#scanner;
    const isName = token === 'string' && end - start <= longestName;
    Object.assign(this.#lastText, { depth: isName ? this.#keys.length : -1, start, end });
  }

  #writeKey(key: string): void {
    this.#keys[this.#keys.length - 1] = key;
    this.#written.push(this.#replaceKey?.(key) ?? this.#scanner.spelling());
    this.#follows = 'key';
  }

  /** An item counts up; a value behind its key has its place already. */
  #startItem(): void {
    const key = this.#keys.at(-1);
    if (this.#follows === 'other' && typeof key === 'number') this.#keys[this.#keys.length - 1] = key + 1;
    this.#lead();
    this.#follows = 'other';
  }

  /** What stands in front of a key, an item or a value. */
  #lead(): void {
    if (this.#layout === 'kept') this.#pushGap();
    else if (this.#follows === 'key') this.#written.push(afterColon(this.#indent));
    else if (this.#keys.length > 0)
      this.#written.push(`${this.#isFirst ? '' : ','}${lineStart(this.#indent, this.#keys.length)}`);
  }

  #closing(): void {
    if (this.#layout === 'kept') this.#pushGap();
    else if (!this.#isFirst) this.#written.push(lineStart(this.#indent, this.#keys.length));
  }

  get #indent(): number | undefined {
    return this.#layout === 'kept' || this.#layout === 0 ? undefined : this.#layout;
  }

  #pushGap(): void {
    this.#written.push(this.#scanner.text.slice(this.#end, this.#scanner.start));
  }
}

/** With its quotes, and with every character escaped. */
const longestName = 400;
