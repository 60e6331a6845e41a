import { t } from '@vscode/l10n';
import type { JsonValue } from '../../protocol/json';
import { nearest } from '../forms/wording/nearest';
import type { Headers } from '../http';
import { isObject } from '../json/jsonKinds';
import { readJson } from '../json/readJson';
import { shortened } from '../quoting/shortened';
import { getAt, holderOf, joinPointer, setAt, splitPointer } from '../requests/pointer';
import { proofHeaders } from './proofs/proofHeaders';
import { tampered } from './tampered';
import type { Webhooks } from './webhooks';

export interface EventWish {
  readonly event: string;
  /** `path=value` each: a path with dots, or a JSON pointer; the value is JSON, or a text. */
  readonly sets: readonly string[];
  readonly secret: string | undefined;
  /** A byte is changed after it was signed. */
  readonly isTampered: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
}

export type MadeEvent =
  | {
      readonly kind: 'made';
      readonly headers: Headers;
      readonly body: Uint8Array;
      /** Names that the event had not. */
      readonly remarks: readonly string[];
    }
  | { readonly kind: 'unknownEvent' }
  | { readonly kind: 'fault'; readonly text: string };

/** An event as the API would send it, without a journey that leads to it. */
export function makeEvent(webhooks: Webhooks, { event, sets, secret, isTampered, now }: EventWish): MadeEvent {
  const sample = webhooks.sample(event);
  if (sample === undefined) return { kind: 'unknownEvent' };
  let payload: JsonValue = sample.payload;
  const remarks: string[] = [];
  for (const set of sets) {
    const changed = withValue(payload, set);
    if ('fault' in changed) return { kind: 'fault', text: changed.fault };
    payload = changed.payload;
    if (changed.remark !== undefined) remarks.push(changed.remark);
  }
  const body = new TextEncoder().encode(JSON.stringify(payload));
  const headers = {
    'content-type': 'application/json',
    ...webhooks.rules.headers,
    ...sample.headers,
    ...webhooks.rules.attemptHeaders?.({ number: 0, at: now }),
    ...proofHeaders(webhooks.proof, secret, body),
  };
  return { kind: 'made', headers, body: isTampered ? tampered(body) : body, remarks };
}

type Changed = { readonly payload: JsonValue; readonly remark: string | undefined } | { readonly fault: string };

function withValue(payload: JsonValue, set: string): Changed {
  const mark = set.indexOf('=');
  if (mark <= 0)
    return { fault: t('"{0}" is no path=value, such as content.signer=anna@example.com.', shortened(set)) };
  const path = set.slice(0, mark);
  const pointer = path.startsWith('/') ? path : joinPointer('', ...path.split('.'));
  const holder = getAt(payload, holderOf(pointer));
  if (typeof holder !== 'object' || holder === null) {
    return { fault: t('The event has no "{0}". At its top: {1}.', shortened(path), namesIn(payload)) };
  }
  if (Array.isArray(holder) && !isPlace(pointer, holder.length)) {
    return {
      fault: t(
        '"{0}" is no place of a list of {1}: end it with a number from 0 to {1}.',
        shortened(path),
        holder.length,
      ),
    };
  }
  const before = getAt(payload, pointer);
  const value = valueIn(set.slice(mark + 1), typeof before === 'string');
  return { payload: setAt(payload, pointer, value), remark: addedRemark(holder, pointer, path) };
}

/** The one behind the last as well. */
function isPlace(pointer: string, length: number): boolean {
  const key = splitPointer(pointer).at(-1) ?? '';
  return /^(?:0|[1-9]\d*)$/.test(key) && Number(key) <= length;
}

function namesIn(payload: JsonValue): string {
  return isObject(payload) ? Object.keys(payload).join(', ') : t('nothing');
}

/** Of an object; a list grows by its places. */
function addedRemark(holder: object, pointer: string, path: string): string | undefined {
  const name = splitPointer(pointer).at(-1) ?? '';
  if (Array.isArray(holder) || Object.hasOwn(holder, name)) return undefined;
  const meant = nearest(name, Object.keys(holder));
  return meant === undefined
    ? t('The event had no "{0}". It was added.', shortened(path))
    : t('The event had no "{0}". It was added. Did you mean "{1}"?', shortened(path), meant);
}

/**
 * Numbers, truth values, null, objects and lists as JSON; everything else as it stands, and so do digits that a number
 * loses and what takes the place of a text.
 */
function valueIn(text: string, isText: boolean): JsonValue {
  if (/^-?\d{16,}$/.test(text) && !Number.isSafeInteger(Number(text))) return text;
  const read = readJson(text);
  return read.kind === 'read' && (!isText || typeof read.value === 'string') ? read.value : text;
}
