import type { JsonValue } from '../../../protocol/json';
import { nearest } from '../../forms/wording/nearest';
import { isObject } from '../../json/jsonKinds';
import type { Operation } from '../../operation';
import { operationName } from '../../operation';
import type { Provider } from '../../provider';

/** The operations that a source description gives names to. */
export interface SourceCalls {
  readonly provider: Provider;
  readonly isControl: boolean;
  /** Of a control: the provider whose emulator it is, where the source says so. */
  readonly emulatorOf: string | undefined;
  named(id: string): readonly Operation[];
  at(path: string, method: string | undefined): readonly Operation[];
  /** The name of an operation that may be meant. */
  nearest(id: string): string | undefined;
  /** The names that operations have, each once. */
  readonly names: readonly string[];
}

/** An operation as an OpenAPI description has it. */
export interface DescribedOperation {
  readonly id: string | undefined;
  readonly method: string;
  readonly path: string;
}

/** `described`: what a file says of the provider's operations, which may have other names there. */
export function callsOf(
  provider: Provider,
  described: readonly DescribedOperation[] = [],
): Omit<SourceCalls, 'isControl' | 'emulatorOf'> {
  const { operations } = provider;
  const at = (path: string, method: string | undefined) =>
    operations.filter((one) => isAt(one, path) && (method === undefined || one.method === method));
  const byId = byShortId(operations);
  const names = [...new Set([...byId.keys(), ...described.flatMap(({ id }) => id ?? [])])];
  return {
    provider,
    names,
    at,
    named: (id) => {
      const own = byId.get(id) ?? [];
      const meant = described.find((one) => one.id === id);
      return own.length > 0 || meant === undefined ? own : at(meant.path, meant.method);
    },
    nearest: (id) => {
      const plain = id.slice(id.lastIndexOf('/') + 1);
      return names.includes(plain) ? plain : nearest(plain, names);
    },
  };
}

function byShortId(operations: readonly Operation[]): ReadonlyMap<string, readonly Operation[]> {
  const found = new Map<string, Operation[]>();
  for (const operation of operations) {
    const id = operationName(operation.id);
    found.set(id, [...(found.get(id) ?? []), operation]);
  }
  return found;
}

/** A description may have a prefix of the path in its paths. */
function isAt({ path: own, alsoAt = [] }: Operation, path: string): boolean {
  return [own, ...alsoAt].some((one) => plainPath(path).endsWith(plainPath(one)));
}

function plainPath(path: string): string {
  return path.replace(/\{[^{}]*\}/g, '{}');
}

const methods = ['get', 'post', 'put', 'delete', 'patch', 'head', 'options', 'trace'];

/** The operations of an OpenAPI description; undefined when it is none. */
export function describedOperations(description: JsonValue): readonly DescribedOperation[] | undefined {
  const paths = isObject(description) && 'openapi' in description ? description['paths'] : undefined;
  if (!isObject(paths)) return undefined;
  return Object.entries(paths).flatMap(([path, item]) => {
    if (!isObject(item)) return [];
    return Object.entries(item).flatMap(([method, operation]) => {
      if (!methods.includes(method) || !isObject(operation)) return [];
      const id = operation['operationId'];
      return [{ id: typeof id === 'string' ? id : undefined, method: method.toUpperCase(), path }];
    });
  });
}

/** The provider that has most of the operations, undefined when none has any. */
export function describedProvider(
  providers: readonly Provider[],
  described: readonly DescribedOperation[],
): Provider | undefined {
  const counted = providers.map((provider) => {
    const calls = callsOf(provider);
    return { provider, count: described.filter(({ path, method }) => calls.at(path, method).length > 0).length };
  });
  const [best] = counted.sort((one, other) => other.count - one.count);
  return best !== undefined && best.count > 0 ? best.provider : undefined;
}
