import { pathAndQueryOf } from '../addresses/webAddress';
import { validateRequest } from '../forms/checks/validateRequest';
import type { HttpRequest } from '../http';
import { jsonOrText } from '../json/values/textOrJson';
import type { Operation, RequestValues } from '../operation';
import { joinPointer } from '../requests/pointer';
import { resolveReferences } from '../requests/references/references';
import { CallFailed } from '../sending/callFailed';
import { type Run, remarksOf } from '../sending/run';
import type { OperationCase } from './case';
import type { CaseFault } from './caseFault';
import { checkFailure, checkReply, replyCriteria } from './checkReply';
import type { Check } from './criteria/criterion';
import { mismatches } from './mismatches';
import type { Play } from './play';

/**
 * Checks the values of a case, has them sent and judged as a step of a scenario, and compares what is not Arazzo's: what
 * is foreseen, what went out, and what the product makes of the reply.
 */
export async function checkOperation(play: Play, item: OperationCase, pointer: string): Promise<readonly CaseFault[]> {
  const operation = findOperation(play, item.operation);
  if (operation === undefined) return [unknownOperation(item, pointer)];
  const given = play.kept.request(item.values ?? {});
  const loaded = await factsFor(play, operation, item, given, `${pointer}/facts`);
  if ('pointer' in loaded) return [loaded];
  const { facts } = loaded;
  const { issues } = validateRequest(operation, withCredentials(play, given), facts, { siblings: play.stage.provider });
  const wrong = issueFaults(item, issues, `${pointer}/issues`);
  const isSent = item.request !== undefined || item.reply !== undefined || item.problem !== undefined;
  if (wrong.length > 0 || !isSent) return wrong;
  // What is wrong is sent all the same: the emulator has to refuse it, too.
  const meansToFail = issues.some(({ severity }) => severity === 'error');
  const criteria = replyCriteria(item, `${pointer}/reply`);
  const tried = await play.take(operation, given, pointer, { criteria, facts, meansToFail });
  const { run } = tried;
  // The values are known: the engine has sent them, or says in its run why not.
  if (run === undefined) return [play.notPassed(tried, pointer)].filter((fault) => fault !== undefined);
  const found = [
    ...sentFaults(play, run.sent, item, `${pointer}/request`),
    ...outcomeFaults(play, run, tried.checks, item, pointer),
  ];
  return [...found, ...documentationFaults(operation, run, pointer)].map((fault) => play.masked(run, fault));
}

export function findOperation({ stage }: Play, id: string): Operation | undefined {
  return stage.provider.operations.find((operation) => operation.id === id);
}

export function unknownOperation({ operation }: OperationCase, pointer: string): CaseFault {
  const message = `There is no operation "${operation}".`;
  return { pointer: `${pointer}/operation`, message, nextStep: 'Name one of the provider whose case it is.' };
}

async function factsFor(
  play: Play,
  operation: Operation,
  { facts }: OperationCase,
  values: RequestValues,
  pointer: string,
): Promise<{ readonly facts: unknown } | CaseFault> {
  if (facts !== 'loaded') return { facts };
  if (operation.loadFacts === undefined) {
    return { pointer, message: `${operation.id} loads no facts.`, nextStep: 'Write the facts themselves.' };
  }
  try {
    return { facts: await operation.loadFacts(values, play.call()) };
  } catch (error: unknown) {
    if (!(error instanceof CallFailed)) throw error;
    return { pointer, message: `The facts could not be read: ${error.message}.`, nextStep: 'Look at what was given.' };
  }
}

/** References to credentials stand for what sending puts in their place. */
function withCredentials(play: Play, values: RequestValues): RequestValues {
  const resolved = resolveReferences(values, { variables: play.kept.all(), credentials: play.credentials() });
  return resolved.kind === 'resolved' ? resolved.values : values;
}

interface FoundIssue {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

function issueFaults(
  { issues: expected = [] }: OperationCase,
  found: readonly FoundIssue[],
  pointer: string,
): readonly CaseFault[] {
  const isSame = (one: Omit<FoundIssue, 'message'>, other: Omit<FoundIssue, 'message'>) =>
    one.pointer === other.pointer && one.code === other.code;
  const missing = expected.flatMap((issue, index) => {
    if (found.some((one) => isSame(one, issue))) return [];
    const message = `Nothing is said of ${issue.pointer} (${issue.code}).`;
    return [{ pointer: joinPointer(pointer, index), message, nextStep: 'Take it out, or correct the values.' }];
  });
  const unexpected = found
    .filter((issue) => !expected.some((one) => isSame(one, issue)))
    .map(({ pointer: at, code, message }) => ({
      pointer,
      message: `Of ${at} it is said: ${message} (${code})`,
      nextStep: 'Expect it, or correct the values.',
    }));
  return [...missing, ...unexpected];
}

function sentFaults(
  { kept }: Play,
  sent: HttpRequest | undefined,
  { request }: OperationCase,
  pointer: string,
): readonly CaseFault[] {
  if (request === undefined) return [];
  if (sent === undefined) return [{ pointer, message: 'Nothing was sent.', nextStep: 'Look at the problem.' }];
  const { method, url, headers, body } = sent;
  const actual = { method, path: pathAndQueryOf(url), headers, body: body && jsonOrText(body.text) };
  return mismatches(actual, kept.object({ ...request }), pointer);
}

function outcomeFaults(
  play: Play,
  run: Run,
  checks: readonly Check[],
  item: OperationCase,
  pointer: string,
): readonly CaseFault[] {
  const { outcome } = run;
  if (item.problem !== undefined) {
    const kind = outcome.kind === 'failed' ? outcome.problem.kind : 'none';
    const message = `Expected the problem "${item.problem}", found ${kind}.`;
    if (kind === item.problem) return [];
    return [{ pointer: `${pointer}/problem`, message, nextStep: 'Look at the reply and at the values.' }];
  }
  if (outcome.kind === 'failed') return [play.unsuccessful(run, pointer)].filter((fault) => fault !== undefined);
  const { reply, reading } = outcome;
  const { links, nextSteps, failure } = item;
  const wrong = failure === undefined ? play.unsuccessful(run, `${pointer}/reply`) : undefined;
  const faults = [
    ...checkReply(play.kept, item, { reply, checks }, `${pointer}/reply`),
    ...checkFailure(item, reading.errors, `${pointer}/failure`),
    ...(links === undefined ? [] : mismatches(reading.links, play.kept.value(links), `${pointer}/links`)),
    ...(nextSteps === undefined
      ? []
      : mismatches(reading.nextSteps, play.kept.value(nextSteps), `${pointer}/nextSteps`)),
  ];
  if (failure !== undefined && !reading.failed) {
    const message = `Expected the failure "${failure}", but the reply is a success.`;
    faults.push({ pointer: `${pointer}/failure`, message, nextStep: 'Take it out, or correct the values.' });
  }
  return wrong === undefined || faults.length > 0 ? faults : [wrong];
}

/** The emulator answers as the operation documents it. */
function documentationFaults(operation: Operation, { outcome }: Run, pointer: string): readonly CaseFault[] {
  if (outcome.kind === 'failed') return [];
  const { reply, reading } = outcome;
  const nextStep = 'Correct the answer, or what is documented of it.';
  const at = `${pointer}/reply`;
  const undocumented = reply.status in operation.replies ? [] : [`Status ${reply.status} is not documented.`];
  return [...undocumented, ...remarksOf(reading)].map((message) => ({ pointer: at, message, nextStep }));
}
