import type { JsonValue } from '../../../protocol/json';
import { isList, isObject } from '../../json/jsonKinds';
import type { Operation, RequestValues } from '../../operation';
import { fieldsByMeta } from '../../requests/fieldsByMeta';
import { joinPointer } from '../../requests/pointer';
import { nodesWithin, valuesWithin } from '../../requests/valuesWithin';
import { mailAddresses, recipientsOf } from '../asking/allowList';
import { phoneIn } from '../asking/phoneNumbers';
import { readingsOf } from '../asking/readings';
import { aliasOf, isMine as isMineBy } from './alias';
import { replacedNames } from './recipientNames';
import { isSameNumber, Rewriter } from './rewriter';
import type { Rewriting } from './rewriting';
import type { RewrittenRecipient } from './rewrittenRecipient';

export type RewriteOutcome =
  | {
      readonly kind: 'rewritten';
      readonly values: RequestValues;
      /** The text that the values come from, with the same put in. */
      readonly written: string | undefined;
      readonly recipients: readonly RewrittenRecipient[];
    }
  | { readonly kind: 'refused'; readonly recipient: string; readonly reason: RefusedRewriting };

/**
 * Why somebody cannot be replaced. `unclear`: what stands there cannot be read as addresses; `noAlias`: there is none;
 * `shared`: it is somebody else's already; `name`: an address is the name of a member; `phone`: a number stands where none
 * can be left out; `unfitName`: the name in the place of another does not fit its field.
 */
export type RefusedRewriting = 'unclear' | 'noAlias' | 'shared' | 'name' | 'phone' | 'unfitName';

export interface RewriteRequest {
  readonly operation: Operation;
  readonly values: RequestValues;
  readonly written?: string | undefined;
  /** Addresses that are one's own beside those of the rewriting, such as the account's. */
  readonly own?: readonly string[];
}

/**
 * Replaces every recipient that the list of allowed ones would look at, wherever it stands, and nothing else. What is
 * given back is looked at once more in the same way: whoever is still somebody else's refuses the whole request.
 */
export function rewriteRecipients(rewriting: Rewriting, request: RewriteRequest): RewriteOutcome {
  const { values, written } = request;
  const files = filePointers(request);
  const isMine = (address: string) => isMineBy(rewriting, address) || (request.own ?? []).includes(address);
  const aliases = aliasesFor(
    rewriting,
    strangersIn(values, written, files).filter((one) => !isMine(one)),
  );
  if ('kind' in aliases) return aliases;
  const names = replacedNames(rewriting.name, request.operation, readingsOf(values, written));
  if (names.unfit !== undefined) return { kind: 'refused', recipient: names.unfit, reason: 'unfitName' };
  const rewriter = new Rewriter(rewriting, aliases, { files, names: names.texts });
  const changed = {
    ...(values.path !== undefined && { path: rewriter.section(values.path, '/path') }),
    ...(values.query !== undefined && { query: rewriter.section(values.query, '/query') }),
    ...(values.body !== undefined && { body: rewriter.value(values.body, '/body', '') }),
  } as RequestValues;
  const text = written === undefined ? undefined : rewriter.text(written);
  const recipients = [...[...aliases].map(([from, to]) => ({ from, to })), ...rewriter.phones(), ...names.recipients];
  const made = new Set([...aliases.values()].filter((alias) => !rewriting.pairs.has(alias)));
  const refusal = refusedIn(changed, text, files, (one) => made.has(one) || isMine(one), rewriting);
  return refusal ?? { kind: 'rewritten', values: changed, written: text, recipients };
}

type Refusal = Extract<RewriteOutcome, { kind: 'refused' }>;

function aliasesFor(rewriting: Rewriting, strangers: readonly string[]): ReadonlyMap<string, string> | Refusal {
  const aliases = new Map<string, string>();
  const taken = new Map<string, string>();
  for (const recipient of strangers) {
    if (!addressAlone.test(recipient)) return { kind: 'refused', recipient, reason: 'unclear' };
    const alias = aliasOf(rewriting, recipient);
    if (alias === undefined) return { kind: 'refused', recipient, reason: 'noAlias' };
    if (taken.has(alias)) return { kind: 'refused', recipient, reason: 'shared' };
    taken.set(alias, recipient);
    aliases.set(recipient, alias);
  }
  return aliases;
}

const addressAlone = /^[^\s<>@,;%!?&=()"]+@[^\s<>@,;?&=()"]+$/;

/** What file fields hold names or is a file; nobody is mailed because of it. */
function filePointers({ operation, values }: RewriteRequest): ReadonlySet<string> {
  const isFile = ({ widget }: { widget?: string | undefined }) => widget === 'file' || widget === 'fileBase64';
  const sections = ['path', 'query', 'body'] as const;
  return new Set(
    sections.flatMap((section) => {
      const schema = operation.request[section];
      return schema === undefined ? [] : fieldsByMeta(schema, values[section], isFile, `/${section}`);
    }),
  );
}

/** Of a name that stands twice both values count. */
function strangersIn(
  values: RequestValues,
  written: string | undefined,
  files: ReadonlySet<string>,
): readonly string[] {
  const readings = readingsOf(values, written).map((reading) => withoutFiles(reading, files));
  const found = readings.flatMap((reading) => recipientsAmong(reading));
  return [...new Set(found)];
}

function recipientsAmong(values: unknown): readonly string[] {
  return [...valuesWithin(values)].flatMap(([key, value]) =>
    typeof value === 'string' ? recipientsOf(key, value) : [],
  );
}

function withoutFiles(values: RequestValues, files: ReadonlySet<string>): unknown {
  return files.size === 0 ? values : without(values as JsonValue, '', files);
}

function without(value: JsonValue, pointer: string, files: ReadonlySet<string>): JsonValue {
  if (files.has(pointer)) return null;
  if (isList(value)) return value.map((item, index) => without(item, joinPointer(pointer, index), files));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, without(item as JsonValue, joinPointer(pointer, key), files)]),
  );
}

function refusedIn(
  values: RequestValues,
  written: string | undefined,
  files: ReadonlySet<string>,
  isMine: (address: string) => boolean,
  rewriting: Rewriting,
): Refusal | undefined {
  for (const reading of readingsOf(values, written)) {
    for (const [key, value] of nodesWithin(withoutFiles(reading, files))) {
      const refusal = refusalOf(key, value, isMine, rewriting);
      if (refusal !== undefined) return refusal;
    }
  }
  return undefined;
}

function refusalOf(
  key: string,
  value: unknown,
  isMine: (address: string) => boolean,
  { phone }: Rewriting,
): Refusal | undefined {
  const named = mailAddresses(key).find((address) => !isMine(address));
  if (named !== undefined) return { kind: 'refused', recipient: named, reason: 'name' };
  const number = phoneIn(key, value);
  if (number !== undefined && !isSameNumber(number, phone)) {
    return { kind: 'refused', recipient: number, reason: 'phone' };
  }
  const stranger = typeof value === 'string' ? recipientsOf(key, value).find((one) => !isMine(one)) : undefined;
  return stranger === undefined ? undefined : { kind: 'refused', recipient: stranger, reason: 'unclear' };
}
