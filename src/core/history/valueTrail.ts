import { addressParts } from '../addresses/addressParts';
import { replyJson } from '../http';
import { isRecord } from '../json/jsonKinds';
import { joinPointer } from '../requests/pointer';
import { isLinkWithKey } from '../secrets/names/looks';
import type { Run } from '../sending/run';

/** A place in the reply of a run. */
export interface ReplyPlace {
  /** Id of the run. */
  readonly entry: string;
  readonly pointer: string;
}

/** What a text is made of: words that anybody may read, and values with the places where they came from, latest last. */
export type TracedParts = readonly (string | readonly ReplyPlace[])[];

/**
 * Knows for a value where it came from, without a copy of it on the disk: a masked link of a request can be told from
 * another one by the reply that brought it. Lives in memory only.
 */
export class ValueTrail {
  readonly #places = new Map<string, readonly ReplyPlace[]>();

  /** Remembers what a reply brings. */
  learn({ id, outcome }: Pick<Run, 'id' | 'outcome'>): void {
    if (outcome.kind === 'failed' || outcome.reply.bytes.length > mostBytes) return;
    for (const { text, pointer } of textsIn(replyJson(outcome.reply))) this.#add(text, { entry: id, pointer });
  }

  /** Undefined where nothing of it came from a reply, or where the rest is nothing that may be written down. */
  trace(text: string): TracedParts | undefined {
    const whole = this.#places.get(text);
    if (whole !== undefined) return [whole];
    const parts = text.length > longest ? [] : addressParts(text).map((part) => this.#placesOf(part) ?? part);
    const words = parts.map((part) => (typeof part === 'string' ? part : ''));
    const isTraced = parts.some((part) => typeof part !== 'string');
    return isTraced && !isLinkWithKey(words.join('')) ? joined(parts) : undefined;
  }

  #placesOf(part: string): readonly ReplyPlace[] | undefined {
    return part.length < shortest || /[?&=#]/.test(part) ? undefined : this.#places.get(part);
  }

  #add(text: string, place: ReplyPlace): void {
    const known = this.#places.get(text) ?? [];
    // What was brought last is forgotten last.
    this.#places.delete(text);
    this.#places.set(text, [...known, place].slice(-mostPlaces));
    if (this.#places.size <= mostValues) return;
    const [oldest] = this.#places.keys();
    if (oldest !== undefined) this.#places.delete(oldest);
  }
}

const mostBytes = 1_000_000;
const mostTextsOfReply = 2_000;
const mostValues = 20_000;
const mostPlaces = 10;
const shortest = 8;
const longest = 8_192;

function joined(parts: TracedParts): TracedParts {
  const whole: TracedParts[number][] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (typeof part === 'string' && typeof last === 'string') whole.splice(-1, 1, last + part);
    else whole.push(part);
  }
  return whole;
}

interface PlacedText {
  readonly text: string;
  readonly pointer: string;
}

/** What stands higher first. */
function textsIn(root: unknown): readonly PlacedText[] {
  const found: PlacedText[] = [];
  const open: { readonly value: unknown; readonly pointer: string }[] = [{ value: root, pointer: '' }];
  for (const { value, pointer } of open) {
    if (found.length >= mostTextsOfReply || open.length > 10 * mostTextsOfReply) break;
    if (typeof value === 'string' && value.length >= shortest && value.length <= longest) {
      found.push({ text: value, pointer });
    }
    if (!isRecord(value) && !Array.isArray(value)) continue;
    for (const [key, item] of Object.entries(value)) open.push({ value: item, pointer: joinPointer(pointer, key) });
  }
  return found;
}
