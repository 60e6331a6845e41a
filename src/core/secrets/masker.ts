import type { JsonValue } from '../../protocol/json';
import type { Headers } from '../http';
import { printJson } from '../json/printJson';
import { type Pause, readJson } from '../json/readJson';
import { type RewriteOptions, rewriteJsonInSlices } from '../json/rewriting/rewriteJson';
import type { ScalarPlace } from '../json/rewriting/scalarPlace';
import type { Operation } from '../operation';
import type { Secret } from '../sending/run';
import { atOnce, withPauses } from '../steps';
import { remembered } from '../typing/remembered';
import { bodySecrets } from './bodySecrets';
import { type JsonMasking, keyMask, maskJson, scalarMask, startsAsJson } from './jsonSecrets';
import { isMask, mask } from './mask';
import { type SecretNames, type Side, secretNames } from './names/secretNames';
import { isSecretHeader } from './names/wellKnownNames';
import type { SecretIndex } from './search/secretIndex';
import { indexOf } from './search/secretIndexes';
import { maskSpans } from './text/span';
import { type SecretSigns, textSecrets } from './text/textSecrets';

export interface MaskBodyOptions extends RewriteOptions {
  readonly side: Side;
  readonly pointerOf?: (place: ScalarPlace) => string;
}

export interface MaskedBody {
  readonly text: string;
  readonly isJson: boolean;
  /** There is more of it. */
  readonly isCut: boolean;
}

/** Masks the secrets of a run, known ones and those that are called so, in whatever is said of it. */
export class Masker {
  readonly #secrets: readonly Secret[];
  readonly #names: Readonly<Record<Side, SecretNames>>;
  /** No spelling of a secret is longer, in characters. */
  readonly #longest: number;

  constructor(secrets: readonly Secret[], operation: Operation | undefined) {
    this.#secrets = secrets;
    this.#names = { request: secretNames(operation, 'request'), reply: secretNames(operation, 'reply') };
    this.#longest = secrets.reduce((most, { value }) => Math.max(most, value.length * longestSpelling), 4096);
  }

  names(side: Side): SecretNames {
    return this.#names[side];
  }

  /** A sentence, an address, a value of a header. */
  text(text: string): string {
    return textMask(this.#signs('reply'))(text);
  }

  /** Values in the tree of JSON are masked where it is JSON, and stretches of it where it is not. */
  body(text: string, { side, pointerOf, ...options }: MaskBodyOptions): MaskedBody {
    const masking: JsonMasking = { ...this.#signs(side), pointerOf, keys: 'masked' };
    if (startsAsJson(text)) {
      const { text: masked, kind } = maskJson(text, masking, options);
      if (kind !== 'broken') return { text: masked, isJson: true, isCut: kind === 'cut' };
    }
    const most = Math.min(text.length, options.most ?? text.length);
    // No secret is cut in two: what is read goes on for as long as one may be that begins in front of the end.
    const read = text.slice(0, most + this.#longest);
    const spans = atOnce(bodySecrets(read, masking)).filter(({ start }) => start < most);
    const end = spans.reduce((last, span) => Math.max(last, span.end), most);
    return { text: maskSpans(read.slice(0, end), spans, mask), isJson: false, isCut: most < text.length };
  }

  /** A whole body of any size, with a pause after every slice of the work. */
  async bodyInSlices(text: string, { side, ...options }: Omit<MaskBodyOptions, 'most'>, pause: Pause): Promise<string> {
    if (startsAsJson(text)) {
      const masking: JsonMasking = { ...this.#signs(side), keys: 'masked' };
      const replaceKey = keyMask(masking);
      const masked = await rewriteJsonInSlices(text, scalarMask(masking), { ...options, replaceKey, pause });
      if (masked.kind !== 'broken') return masked.text;
    }
    const spans = await withPauses(bodySecrets(text, this.#signs(side)), pause);
    return maskSpans(text, spans, mask);
  }

  /** A copy of a tree: keys stay. Without a side it is no body, and its names are ours. */
  value<T>(value: T, side?: Side): T {
    const text = printJson(value as JsonValue);
    const masked = maskJson(text, { ...this.#signs(side), pointerOf: side === 'request' ? pointerOf : undefined });
    const read = readJson(masked.text);
    return (read.kind === 'read' ? read.value : null) as T;
  }

  headers(headers: Headers): Headers {
    return Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        isSecretHeader(name) ? maskHeader(name, value) : this.text(value),
      ]),
    );
  }

  #signs(side: Side | undefined): SecretSigns {
    // An index is large beside what it is made of: whoever keeps many runs keeps none of theirs.
    return {
      index: indexOf(this.#secrets),
      names: side === undefined ? secretNames(undefined, 'reply') : this.#names[side],
    };
  }
}

/** One masker serves all that is shown of a run. */
export function maskerOf(secrets: readonly Secret[], operation: Operation | undefined): Masker {
  const known = maskers.get(secrets);
  if (known?.operation === operation && known !== undefined) return known.masker;
  const masker = new Masker(secrets, operation);
  maskers.set(secrets, { operation, masker });
  return masker;
}

/** Most headers and addresses of a run are those of the call before. */
function textMask(signs: SecretSigns): (text: string) => string {
  const ofIndex = textMasks.get(signs.index) ?? new WeakMap<SecretNames, (text: string) => string>();
  textMasks.set(signs.index, ofIndex);
  const known =
    ofIndex.get(signs.names) ?? remembered(mostTexts, (text) => maskSpans(text, textSecrets(text, signs), mask));
  ofIndex.set(signs.names, known);
  return known;
}

const mostTexts = 64;
const textMasks = new WeakMap<SecretIndex, WeakMap<SecretNames, (text: string) => string>>();

const maskers = new WeakMap<readonly Secret[], { operation: Operation | undefined; masker: Masker }>();

function pointerOf(place: ScalarPlace): string {
  return place.pointer();
}

/** The scheme stays readable: `Bearer ‹secret:authorization›`. */
function maskHeader(name: string, value: string): string {
  const scheme = /^(Bearer|Basic) /i.exec(value)?.[0] ?? '';
  return isMask(value.slice(scheme.length)) ? value : `${scheme}${mask(name.toLowerCase())}`;
}

/** `%255Cu002B` for a plus. */
const longestSpelling = 12;
