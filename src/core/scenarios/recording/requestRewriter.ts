import type { JsonObject, JsonValue } from '../../../protocol/json';
import { addressParts } from '../../addresses/addressParts';
import { isWebAddress } from '../../addresses/webAddress';
import { fileFields } from '../../attachments/loadFiles';
import { shapeOfId } from '../../idShapes';
import { isList, isObject } from '../../json/jsonKinds';
import type { RequestValues } from '../../operation';
import { fieldsByMeta } from '../../requests/fieldsByMeta';
import { joinPointer } from '../../requests/pointer';
import { holdsReference, isOwnReference, referencePattern } from '../../requests/references/reference';
import { isMasked } from '../../secrets/mask';
import { recipientsOf } from '../../sending/asking/allowList';
import { parseTemplate } from '../expressions/template';
import { looksLikeId } from './idLike';
import type { JourneyValues, ValuePlace } from './journeyValues';
import type { RecordedCall } from './recordedCall';
import { recordedFile, smallPdf } from './recordedFile';
import { describedCall, inputWords } from './recordingWords';

/** What each call sends, in their order, with expressions. `folder`: URI of the one that file values start from. */
export function rewriteRequests(
  calls: readonly RecordedCall[],
  journey: JourneyValues,
  folder: string | undefined,
): readonly RequestValues[] {
  return calls.map((call, step) => {
    const values = new RequestRewriter(journey, call, step, folder).values();
    journey.learn(call, step);
    return values;
  });
}

/** The values of one request with expressions in them. */
class RequestRewriter {
  readonly #journey: JourneyValues;
  readonly #call: RecordedCall;
  readonly #step: number;
  readonly #folder: string | undefined;
  readonly #files: ReadonlySet<string>;
  readonly #placeholders: ReadonlySet<string>;

  constructor(journey: JourneyValues, call: RecordedCall, step: number, folder: string | undefined) {
    const { operation, entry } = call;
    const { body: schema } = operation.request;
    this.#journey = journey;
    this.#call = call;
    this.#step = step;
    this.#folder = folder;
    this.#files = new Set(fileFields(operation, entry.request).map(({ pointer }) => pointer));
    this.#placeholders = new Set(
      schema === undefined
        ? []
        : fieldsByMeta(schema, entry.request.body, (meta) => meta.placeholders !== undefined, '/body'),
    );
  }

  values(): RequestValues {
    const { path, query, body } = this.#call.entry.request;
    return {
      ...(path !== undefined && { path: this.#object(path, '/path') }),
      ...(query !== undefined && { query: this.#object(query, '/query') }),
      ...(body !== undefined && { body: this.#value(this.#withOneRecipient(body), { pointer: '/body', name: '' }) }),
    };
  }

  /** Someone is named by their link, or without one by document and name: not by both. */
  #withOneRecipient(body: JsonValue): JsonValue {
    const { entry, emulatorOf } = this.#call;
    if (emulatorOf === undefined || !isObject(body)) return body;
    const { link, document, as, ...others } = body;
    if (link === undefined || document === undefined || as === undefined) return body;
    const parts = entry.traced?.['/body/link'];
    const isTraced = parts !== undefined && this.#journey.traced(parts, this.#call, this.#step) !== undefined;
    return isTraced ? { link, ...others } : { document, as, ...others };
  }

  #object(object: JsonObject, pointer: string): JsonObject {
    const members = Object.entries(object).map(
      ([name, value]) => [name, this.#value(value, { pointer: joinPointer(pointer, name), name })] as const,
    );
    return Object.fromEntries(members);
  }

  #value(value: JsonValue, place: ValuePlace): JsonValue {
    const { pointer, name } = place;
    if (isList(value)) {
      return value.map((item, index) => this.#value(item, { pointer: joinPointer(pointer, index), name }));
    }
    if (isObject(value)) return this.#object(value, pointer);
    if (typeof value === 'number') return this.#number(value, place);
    return typeof value === 'string' ? this.#text(value, place) : value;
  }

  #number(value: number, place: ValuePlace): JsonValue {
    const captured = this.#journey.captured(value, place, isInBody(place));
    return captured ?? (isPhone(place, String(value)) ? this.#journey.phone(value) : undefined) ?? value;
  }

  #text(text: string, place: ValuePlace): string {
    if (isMasked(text)) return this.#secret(place);
    if (this.#files.has(place.pointer)) return this.#file(text);
    const { inputs } = this.#journey;
    return (
      this.#variable(text, place) ??
      this.#journey.captured(text, place, isInBody(place)) ??
      this.#person(text, place) ??
      inputs.known(`id:${text}`) ??
      this.#address(text, place) ??
      this.#id(text, place) ??
      this.#plain(text, place)
    );
  }

  #secret({ pointer, name }: ValuePlace): string {
    const parts = this.#call.entry.traced?.[pointer];
    const traced = parts && this.#journey.traced(parts, this.#call, this.#step);
    if (traced !== undefined) return traced;
    const key = `secret:${this.#step}${pointer}`;
    return this.#journey.inputs.expression(key, name, { description: inputWords.secret, isSecret: true });
  }

  #file(value: string): string {
    const { entry, operation } = this.#call;
    const file = recordedFile(value, { from: entry.folder, to: this.#folder });
    if (file !== undefined) return file;
    this.#journey.remarks.push(describedCall(operation, 'the content of its file is replaced by a small PDF'));
    return smallPdf(value);
  }

  #variable(text: string, { pointer }: ValuePlace): string | undefined {
    if (!holdsReference(text) || this.#placeholders.has(pointer)) return undefined;
    const expression = (name: string) =>
      this.#journey.inputs.expression(`variable:${name}`, name.replaceAll('.', ''), {
        description: inputWords.variable(name),
        isSecret: true,
      });
    const pattern = new RegExp(referencePattern, 'g');
    if (isOwnReference(text)) return text.replace(pattern, (_whole, name: string) => expression(name));
    return text.replace(pattern, (_whole, name: string) => `{${expression(name)}}`);
  }

  #person(text: string, place: ValuePlace): string | undefined {
    if (recipientsOf(place.name, text).length > 0) return this.#journey.recipient(text);
    return isPhone(place, text) ? this.#journey.phone(text) : undefined;
  }

  /** Its segments and values that an earlier reply brought. */
  #address(text: string, place: ValuePlace): string | undefined {
    if (!text.startsWith('/') && !isWebAddress(text)) return undefined;
    const parts = addressParts(text).map((part) => {
      const expression = this.#journey.captured(part, { ...place, name: '' }, true);
      return expression === undefined ? part : `{${expression}}`;
    });
    const written = parts.join('');
    return written === text || text.includes('{$') ? undefined : written;
  }

  /** What was there before is given to the scenario, so that another one can be. */
  #id(text: string, { pointer, name }: ValuePlace): string | undefined {
    const isPath = pointer.startsWith('/path/');
    if (shapeOfId(text) === undefined && !(isPath && looksLikeId(text))) return undefined;
    const isPart = isPath && this.#journey.isPartOfKnown(text);
    const description = isPart ? inputWords.partOfId : inputWords.id;
    return this.#journey.inputs.expression(`id:${text}`, name, { description, default: text });
  }

  #plain(text: string, { name }: ValuePlace): string {
    if (parseTemplate(text) === undefined) return this.#journey.withoutAddresses(text);
    return this.#journey.inputs.expression(`text:${text}`, name, { description: inputWords.text, default: text });
  }
}

/** By the name of its field, or with the sign that begins one of any country. */
function isPhone({ name }: ValuePlace, text: string): boolean {
  if (/^\+[\d ().-]{8,20}$/.test(text)) return true;
  return /phone|mobile|sms|^tel|fax/i.test(name) && /^[\d ().-]{7,20}$/.test(text);
}

function isInBody({ pointer }: ValuePlace): boolean {
  return pointer.startsWith('/body');
}
