import { t } from '@vscode/l10n';
import type { JsonValue } from '../../../protocol/json';
import { isObject } from '../../json/jsonKinds';
import { numberSpellings } from '../../json/numberSpellings';
import { readJson } from '../../json/readJson';
import { shortened } from '../../quoting/shortened';
import { wellKnownName } from '../../secrets/names/wellKnownNames';
import { mergedRecords } from '../../typing/mergedRecords';
import { joinPointer } from '../pointer';

export type Variables = Readonly<Record<string, string>>;

/** Variables that a team shares: those of all connections, and those of one by its ID. */
export interface VariablesFile {
  readonly shared: Variables;
  readonly byConnection: Readonly<Record<string, Variables>>;
  /** What is not taken from it, in sentences. */
  readonly faults: readonly VariablesFault[];
}

export interface VariablesFault {
  readonly pointer: string;
  readonly message: string;
}

/** The name that an HTTP client of an editor has for what belongs to all. */
const sharedNames: ReadonlySet<string> = new Set(['$shared', '$default']);

export function readVariablesFile(text: string): VariablesFile {
  const read = readJson(text);
  if (read.kind === 'broken') return nothing({ pointer: '', message: read.faults[0].message });
  const { value } = read;
  if (!isObject(value)) return nothing({ pointer: '', message: t('The file is no object of variables.') });
  const spellings = numberSpellings(text);
  const faults: VariablesFault[] = [];
  const taken = (values: Readonly<Record<string, JsonValue>>, at: string) =>
    Object.fromEntries(
      Object.entries(values).flatMap(([name, one]) => {
        const pointer = joinPointer(at, name);
        const variable = readVariable(name, one, spellings[pointer]);
        if ('value' in variable) return [[name, variable.value]];
        faults.push({ pointer, message: variable.message });
        return [];
      }),
    );
  const named = Object.entries(value).filter(([name]) => name !== '$schema');
  const plain = named.filter(([, one]) => !isObject(one));
  const groups = named.flatMap(([name, one]) =>
    isObject(one) ? [[name, taken(one, joinPointer('', name))] as const] : [],
  );
  return {
    shared: mergedRecords([taken(Object.fromEntries(plain), ''), ...groups.filter(isShared).map(([, own]) => own)]),
    byConnection: Object.fromEntries(groups.filter((group) => !isShared(group))),
    faults,
  };
}

/** The connection's own come before those of all. */
export function variablesFor({ shared, byConnection }: VariablesFile, connection: string): Variables {
  const own = Object.hasOwn(byConnection, connection) ? byConnection[connection] : {};
  return { ...shared, ...own };
}

function isShared([name]: readonly [string, unknown]): boolean {
  return sharedNames.has(name);
}

function nothing(fault: VariablesFault): VariablesFile {
  return { shared: {}, byConnection: {}, faults: [fault] };
}

function readVariable(
  name: string,
  value: JsonValue,
  spelling: string | undefined,
): { readonly value: string } | { readonly message: string } {
  const called = `"${shortened(name)}"`;
  if (!/^[\w.-]+$/.test(name))
    return { message: t('{0} is no name that {1} can hold: take letters and digits.', called, '{{name}}') };
  if (typeof value === 'object') return { message: t('{0} must be text, a number, true or false.', called) };
  if (isSecret(name, value)) {
    return {
      message: t('{0} looks like a secret and is left out: enter it as a credential of the connection.', called),
    };
  }
  return { value: spelling ?? String(value) };
}

/** By its name, or because nothing else looks like it. The file is shared with whoever has the folder. */
export function isSecret(name: string, value: unknown): boolean {
  const verdict = wellKnownName(name);
  return verdict === 'secret' || verdict === 'token' || (typeof value === 'string' && secretLooks.test(value));
}

/** A signed token, a private key, a scheme of authorization, and keys that begin with what they are. */
const secretLooks =
  /^(?:eyJ[\w-]{8,}\.|-----BEGIN|(?:Bearer|Basic) \S{8,}|(?:sk|pk|rk|api|key)[_-](?:live|test|prod)[_-]\w{8,})/;
