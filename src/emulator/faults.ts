import type { EmulatorDefinition } from '../core/emulation';
import { nearest } from '../core/forms/wording/nearest';
import type { Operation } from '../core/operation';
import type { Provider } from '../core/provider';
import { shortened } from '../core/quoting/shortened';
import type { Answer } from './disclosure/answer';

/** What becomes of calls that a tester wants to fail. */
export interface Fault {
  /** Id of the operation; every call that needs a token without it. */
  readonly operation?: string | undefined;
  /** Id of one of the documented failures of the API. */
  readonly failure?: string | undefined;
  /** Without a failure: a reply in no API's words, as of a proxy before it. */
  readonly status?: number | undefined;
  /** How long the reply is held back. Alone, the call does what it does. */
  readonly delayMs?: number | undefined;
  /** How many calls it is for. */
  readonly times: number;
}

export interface Faults {
  /** Why there can be no such fault; undefined when it waits for its call now. */
  add(fault: Fault): string | undefined;
  /** Those that wait, with the number of calls that are left to each. */
  list(): readonly Fault[];
  /** Answers a call of one of these operations, where a fault waits for it. */
  answer(operations: readonly Operation[], reply: () => Answer): Answer;
  clear(): void;
}

export function createFaults(provider: Provider, definition: Pick<EmulatorDefinition, 'reject'>): Faults {
  const waiting: { fault: Fault; left: number }[] = [];
  return {
    add: ({ operation, ...fault }) => {
      const known = operation === undefined ? undefined : operationNamed(provider, operation);
      if (operation !== undefined && known === undefined) {
        return missing('operation', operation, provider.operations.map(shortId));
      }
      const ids = provider.failures.map(({ id }) => id);
      if (fault.failure !== undefined && !ids.includes(fault.failure)) return missing('failure', fault.failure, ids);
      waiting.push({ fault: { ...(known !== undefined && { operation: known.id }), ...fault }, left: fault.times });
      return undefined;
    },
    list: () => waiting.map(({ fault, left }) => ({ ...fault, times: left })),
    answer: (operations, reply) => {
      const found = waiting.find(({ fault }) => operations.some((one) => isFor(fault, one)));
      if (found === undefined) return reply();
      found.left -= 1;
      if (found.left === 0) waiting.splice(waiting.indexOf(found), 1);
      return { ...faulty(found.fault, definition, reply), delayMs: found.fault.delayMs };
    },
    clear: () => {
      waiting.length = 0;
    },
  };
}

function isFor({ operation }: Fault, { id, authorization = 'token' }: Operation): boolean {
  return operation === undefined ? authorization === 'token' : operation === id;
}

function faulty(
  { failure, status }: Fault,
  definition: Pick<EmulatorDefinition, 'reject'>,
  reply: () => Answer,
): Answer {
  if (failure !== undefined) return definition.reject({ failure }, []);
  if (status === undefined) return reply();
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  return { status, headers, body: 'The emulator was told to answer so.' };
}

function operationNamed({ operations }: Provider, name: string): Operation | undefined {
  return operations.find((operation) => operation.id === name || shortId(operation) === name);
}

function shortId({ id }: Operation): string {
  return id.slice(id.indexOf('/') + 1);
}

function missing(noun: string, name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  const advice = meant === undefined ? '' : ` Did you mean "${meant}"?`;
  return `There is no ${noun} "${shortened(name)}" here.${advice}`;
}
