import type { JsonObject } from '../../../protocol/json';
import { placeBelow } from '../../addresses/webAddress';
import type { ReplyPlace, TracedParts } from '../../history/valueTrail';
import { contentOf } from '../../requests/requestFile';
import { isMasked } from '../../secrets/mask';
import { isIdByName, looksLikeId } from './idLike';
import { type PlacedScalar, placedScalars, type Scalar } from './placedScalars';
import type { RecordedCall } from './recordedCall';
import { RecordedInputs } from './recordedInputs';
import { inputWords } from './recordingWords';
import { StepOutputs } from './stepOutputs';

interface KnownValue extends PlacedScalar {
  readonly step: number;
}

/** Where a value of a request stands. */
export type ValuePlace = Pick<PlacedScalar, 'pointer' | 'name'>;

/**
 * Puts expressions in place of the values that another run would have others of. A value is taken from the earliest reply
 * that brought it, unless a person had written it before.
 */
export class JourneyValues {
  readonly inputs = new RecordedInputs();
  readonly remarks: string[] = [];
  readonly #outputs: readonly StepOutputs[];
  readonly #reachesPeople: boolean;
  readonly #stepOfEntry = new Map<string, number>();
  readonly #known = new Map<string, KnownValue>();
  readonly #written = new Set<string>();
  /** What stands behind the slashes of known values. */
  readonly #tails = new Set<string>();

  constructor(calls: readonly RecordedCall[], names: readonly string[]) {
    this.#outputs = names.map((name) => new StepOutputs(name));
    this.#reachesPeople = calls.some(({ onEmulator }) => !onEmulator);
    for (const [index, { entry }] of calls.entries()) this.#stepOfEntry.set(entry.id, index);
  }

  /** Remembers what a call sent, and what its reply brought that nobody had written. */
  learn({ entry, body }: RecordedCall, step: number): void {
    for (const { value } of placedScalars(contentOf(entry.request))) this.#written.add(String(value));
    for (const scalar of placedScalars(body)) {
      const text = String(scalar.value);
      if (isMasked(scalar.value) || this.#written.has(text) || this.#known.has(text)) continue;
      this.#known.set(text, { ...scalar, step });
      for (const tail of tailsOf(text)) this.#tails.add(tail);
    }
  }

  outputs(step: number): JsonObject | undefined {
    return this.#outputs[step]?.declared();
  }

  /** Whether one of the requests names it. */
  isOfJourney(value: Scalar): boolean {
    return this.#written.has(String(value));
  }

  /** The expression of a value of an earlier reply. */
  captured(value: Scalar, place: ValuePlace, isExact: boolean): string | undefined {
    const known = this.#known.get(String(value));
    if (known === undefined || (isExact && known.value !== value)) return undefined;
    if (!looksLikeId(value) && !isIdByName(place, known)) return undefined;
    return this.#outputs[known.step]?.expression(known.pointer);
  }

  /** Whether an earlier reply has a value that ends with this one behind a slash. */
  isPartOfKnown(text: string): boolean {
    return this.#tails.has(text);
  }

  /** The text of a traced value; undefined where it came from no reply of this recording. */
  traced(parts: TracedParts, { entry, emulatorOf }: RecordedCall, step: number): string | undefined {
    const [only, ...others] = parts;
    const texts = parts.map((part) => {
      if (typeof part === 'string') return part;
      const expression = this.#ofReply(part, step);
      return expression && (others.length === 0 ? expression : `{${expression}}`);
    });
    if (!texts.every((text) => text !== undefined)) return undefined;
    const [first = '', ...rest] = texts;
    const isPage = emulatorOf !== undefined && typeof only === 'string';
    return [isPage ? withoutOrigin(entry.baseUrl, first) : first, ...rest].join('');
  }

  recipient(text: string): string {
    const number = this.inputs.count('recipient') + 1;
    const isHidden = this.#reachesPeople;
    return this.inputs.expression(`recipient:${text}`, `recipient${number}`, {
      description: isHidden ? inputWords.recipient : inputWords.ownRecipient,
      default: isHidden ? `recipient${number}@example.com` : text,
    });
  }

  /** Undefined where nobody can be called. */
  phone(number: Scalar): string | undefined {
    if (!this.#reachesPeople) return undefined;
    const type = typeof number === 'number' ? 'number' : 'string';
    return this.inputs.expression(`phone:${type}:${number}`, `phone${this.inputs.count('phone') + 1}`, {
      description: inputWords.phone,
      type,
    });
  }

  /** A text with expressions in the places of addresses that it mentions, where they are those of people. */
  withoutAddresses(text: string): string {
    if (!this.#reachesPeople) return text;
    return text.replace(mentioned, (address) => `{${this.recipient(address)}}`);
  }

  #ofReply(places: readonly ReplyPlace[], step: number): string | undefined {
    for (const { entry, pointer } of places) {
      const source = this.#stepOfEntry.get(entry);
      if (source !== undefined && source < step) return this.#outputs[source]?.expression(pointer);
    }
    return undefined;
  }
}

/** Ends before what ends a sentence. */
const mentioned = /[^\s<>@,;:"'()[\]{}=/]+@[^\s<>@,;:"'()[\]{}=/?!]*[^\s<>@,;:"'()[\]{}=/?!.]/g;

function tailsOf(text: string): readonly string[] {
  if (text.length > longestAddress) return [];
  return [...text.matchAll(/\//g)].map(({ index }) => text.slice(index + 1));
}

const longestAddress = 2_000;

/** The path of a page with its query, or as much of it as is given: the scenario runs on another port. */
function withoutOrigin(baseUrl: string, text: string): string {
  const place = placeBelow(baseUrl, text);
  if (place === undefined) return text;
  const query = place.searchParams.toString();
  return query === '' ? place.pathname : `${place.pathname}?${query}`;
}
