import type { EmulatorDefinition } from '../../core/emulation';
import { nearest } from '../../core/forms/wording/nearest';
import type { Operation } from '../../core/operation';
import { operationName } from '../../core/operation';
import type { Provider } from '../../core/provider';
import { shortened } from '../../core/quoting/shortened';
import { illustrativeHeaders } from '../../core/replies/illustration';
import type { Answer } from '../disclosure/answer';
import { happens, seededChance } from './chance';

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
  readonly effect?: 'page' | 'cut' | 'expiredToken' | undefined;
  /** Of each call that it could be for. */
  readonly probability?: number | undefined;
  readonly seed?: number | undefined;
  /** How many calls it is for. */
  readonly times: number;
}

/** How a call is answered in the words of the API. */
export interface FaultWays {
  reply(): Answer;
  /** As if its token had expired. */
  expired(): Answer;
  /** As where too many calls came; undefined where no source tells of that. */
  exhausted(): Answer | undefined;
}

export interface Faults {
  /** Why there can be no such fault; undefined when it waits for its call now. */
  add(fault: Fault): string | undefined;
  /** Those that wait, with the number of calls that are left to each. */
  list(): readonly Fault[];
  /** Answers a call of one of these operations, where a fault waits for it. */
  answer(operations: readonly Operation[], ways: FaultWays): Answer;
  clear(): void;
}

export function createFaults(provider: Provider, definition: Pick<EmulatorDefinition, 'reject'>): Faults {
  const waiting: Waiting[] = [];
  return {
    add: ({ operation, ...fault }) => {
      const problem = faultProblem(provider, { operation, ...fault });
      if (problem !== undefined) return problem;
      const known = operation === undefined ? undefined : operationNamed(provider, operation);
      waiting.push({
        fault: { ...(known !== undefined && { operation: known.id }), ...fault },
        left: fault.times,
        chance: seededChance(fault.seed ?? 1),
      });
      return undefined;
    },
    list: () => waiting.map(({ fault, left }) => ({ ...fault, times: left })),
    answer: (operations, ways) => {
      if (waiting.length === 0) return ways.reply();
      const found = waiting.find(
        (one) => operations.some((operation) => isFor(one.fault, operation)) && happens(one.fault, one.chance),
      );
      if (found === undefined) return ways.reply();
      found.left -= 1;
      if (found.left === 0) waiting.splice(waiting.indexOf(found), 1);
      const { delayMs, effect } = found.fault;
      return {
        ...faulty(found.fault, definition, ways),
        delayMs,
        ...(effect === 'cut' && { isCut: true }),
        fault: faultWords(found.fault),
      };
    },
    clear: () => {
      waiting.length = 0;
    },
  };
}

/** Why an API can have no such fault. */
export function faultProblem(provider: Provider, { operation, failure }: Fault): string | undefined {
  if (operation !== undefined && operationNamed(provider, operation) === undefined) {
    return missing(
      'operation',
      operation,
      provider.operations.map(({ id }) => operationName(id)),
    );
  }
  const ids = provider.failures.map(({ id }) => id);
  return failure === undefined || ids.includes(failure) ? undefined : missing('failure', failure, ids);
}

interface Waiting {
  readonly fault: Fault;
  readonly chance: () => number;
  left: number;
}

/** What a gateway answers whose server is gone: no JSON, whatever the client asked for. */
const gatewayPage =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n';

function isFor({ operation }: Fault, { id, authorization = 'token' }: Operation): boolean {
  return operation === undefined ? authorization === 'token' : operation === id;
}

function faulty(
  { failure, status, effect }: Fault,
  definition: Pick<EmulatorDefinition, 'reject'>,
  ways: FaultWays,
): Answer {
  if (effect === 'page') return { status: 502, headers: { 'content-type': 'text/html' }, body: gatewayPage };
  if (effect === 'expiredToken') return ways.expired();
  if (failure !== undefined) return definition.reject({ failure }, []);
  if (status === undefined) return ways.reply();
  const documented = status === 429 ? ways.exhausted() : undefined;
  if (documented !== undefined) return documented;
  const headers = {
    'content-type': 'text/plain; charset=utf-8',
    ...(status === 429 && { 'retry-after': '1', ...illustrativeHeaders(['message']) }),
  };
  return { status, headers, body: 'The emulator was told to answer so.' };
}

/** As it was wanted, without whom it was for. */
function faultWords({ failure, status, effect, delayMs }: Fault): string {
  const told = Object.entries({ failure, status, effect, delayMs }).filter(([, value]) => value !== undefined);
  return told.map(([name, value]) => `${name} ${value}`).join(', ');
}

function operationNamed({ operations }: Provider, name: string): Operation | undefined {
  return operations.find((operation) => operation.id === name || operationName(operation.id) === name);
}

function missing(noun: string, name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  const advice = meant === undefined ? '' : ` Did you mean "${meant}"?`;
  return `There is no ${noun} "${shortened(name)}" here.${advice}`;
}
