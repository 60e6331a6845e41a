import { t } from '@vscode/l10n';
import type { ProblemText } from '../../../protocol/reply';
import type { Reply } from '../../http';
import { isRecord } from '../../json/jsonKinds';
import type { Operation, RequestValues } from '../../operation';
import { describeProblem } from '../../problems/describeProblem';
import type { Problem } from '../../problems/problem';
import { secretsOfLink } from '../../secrets/secretsOfLink';
import type { Run, Secret } from '../../sending/run';
import type { RunOrigin } from '../../sending/runOrigin';
import { sendRequest } from '../../sending/sendRequest';
import { ask } from '../criteria/ask';
import type { Check, Criterion } from '../criteria/criterion';
import { type Exchange, nothingKnown, type Scope } from '../expressions/scope';
import type { LinkedStep, StepTarget } from '../linking/linkedScenario';
import { exchangedReply, exchangeOf } from './exchangeOf';
import { pageRun } from './pageRun';
import { operationFor } from './requestOf';
import type { PageForm, RunPorts } from './runPorts';
import { type PageValues, type StepValues, stepValues } from './stepValues';

/** One try of a step that sends something. */
export interface Attempt {
  readonly passed: boolean;
  readonly checks: readonly Check[];
  readonly exchange: Exchange | undefined;
  readonly secrets: readonly Secret[];
  readonly said?: ProblemText | undefined;
  readonly problem?: Problem | undefined;
  readonly run?: Run | undefined;
}

/** What a try needs to know of a step, whatever it is written in. */
export interface SentStep
  extends Pick<LinkedStep, 'stepId' | 'pointer' | 'parameters' | 'body' | 'criteria' | 'constant' | 'meansToFail'> {
  readonly target: Exclude<StepTarget, { kind: 'workflow' }>;
  /** What is known about the document, for the rules that need it. */
  readonly facts?: unknown;
  /** Its values may hold references, as those of request files do. Scenarios have expressions instead. */
  readonly mayRefer?: boolean;
}

/** With the values that the file gives, or others. */
export async function attempt(
  ports: RunPorts,
  step: SentStep,
  scope: Scope,
  signal: AbortSignal,
  given?: StepValues,
): Promise<Attempt> {
  const { target } = step;
  const built = given ?? stepValues(step, scope);
  if (built.kind === 'nothing') return withoutValue(built.text);
  const filled = built.kind === 'built' ? built.value : built;
  if (target.kind === 'page' && filled.kind === 'page') {
    return openPage(ports, step, target, scope, signal, filled.values);
  }
  if (target.kind === 'operation' && filled.kind === 'request') {
    return send(ports, step, target, scope, signal, filled.values);
  }
  throw new Error(`"${step.stepId}" takes other values than ${filled.kind}.`);
}

async function send(
  ports: RunPorts,
  step: SentStep,
  target: Extract<StepTarget, { kind: 'operation' }>,
  scope: Scope,
  signal: AbortSignal,
  values: RequestValues,
): Promise<Attempt> {
  const operation = operationFor(target, values);
  for (let tries = 0; ; tries++) {
    const tried = await sendOnce(ports, step, target, scope, signal, { operation, values });
    if (tried.passed || tried.run === undefined) return tried;
    if (!(await ports.again?.(tried.run, operation, tries, signal))) return tried;
  }
}

async function sendOnce(
  ports: RunPorts,
  step: SentStep,
  target: Extract<StepTarget, { kind: 'operation' }>,
  scope: Scope,
  signal: AbortSignal,
  { operation, values }: { readonly operation: Operation; readonly values: RequestValues },
): Promise<Attempt> {
  const request = { operation: operation.id, connection: target.connection, ...values };
  const run = await sendRequest(ports.door(target.provider, target.connection), request, originOf(ports, step), {
    signal,
    // Its criteria ask for a refusal: it is sent exactly as it stands.
    force: step.meansToFail,
    isLiteral: step.mayRefer !== true,
    constant: step.constant,
    facts: step.facts,
  });
  const exchange = exchangeOf(run);
  const { outcome, secrets } = run;
  if (outcome.kind === 'failed') {
    const { problem } = outcome;
    return { passed: false, checks: [], exchange, secrets, run, problem, said: describeProblem(problem) };
  }
  const checks = [...ownChecks(step, run), ...asked(step, { ...scope, exchange })];
  return { passed: checks.every(({ passed }) => passed), checks, exchange, secrets, run };
}

function originOf({ origin = {} }: RunPorts, { stepId }: SentStep): RunOrigin {
  const { scenario, ...others } = origin;
  return { ...others, cause: 'scenario', ...(scenario && { scenario: { ...scenario, step: stepId } }) };
}

/** What holds without being written: a success is the API's own, and without criteria it must be one. */
function ownChecks({ criteria, pointer }: SentStep, { outcome }: Run): readonly Check[] {
  if (outcome.kind === 'failed') return [];
  const { reply, reading } = outcome;
  const isSuccess = reply.status >= 200 && reply.status <= 299;
  if (reading.verdict.kind === 'foreign' && isSuccess) {
    const [said] = reading.general;
    return [
      {
        condition: t('an answer of the API itself'),
        pointer,
        passed: false,
        actual: said?.title ?? reading.verdict.what,
      },
    ];
  }
  if (criteria.length > 0) return [];
  return [{ condition: t('a success'), pointer, passed: !reading.failed, actual: reply.status }];
}

export function asked({ criteria }: Pick<LinkedStep, 'criteria'>, scope: Scope): readonly Check[] {
  return criteria.map((criterion) => ask(criterion, scope));
}

/** Of a reply that did not come to a step. */
export function askedOfReply(criteria: readonly Criterion[], reply: Reply): readonly Check[] {
  const request = { headers: {}, path: {}, query: {}, body: undefined };
  return asked(
    { criteria },
    { ...nothingKnown, exchange: { url: '', method: '', request, reply: exchangedReply(reply) } },
  );
}

async function openPage(
  ports: RunPorts,
  step: SentStep,
  target: Extract<StepTarget, { kind: 'page' }>,
  scope: Scope,
  signal: AbortSignal,
  { link, form }: PageValues,
): Promise<Attempt> {
  const url = String(link);
  const secrets = secretsOfLink(url);
  const page = { link: url, method: target.method, form: textsOf(form) };
  const sentAt = ports.now();
  const answer = await ports.openPage(target.connection, page, signal);
  if (answer.kind === 'foreign') return { ...failed(notThePage()), secrets };
  const { connection } = target;
  const opened = { id: ports.newId(), sentAt, connection, page, answer, secrets, origin: originOf(ports, step) };
  const run = pageRun(opened);
  if (answer.kind === 'failed') {
    const problem: Problem = { kind: 'noReply', url, failure: answer.failure };
    return { ...failed(describeProblem(problem)), problem, secrets, run };
  }
  const reply = exchangedReply(answer.reply);
  const request = { headers: {}, path: {}, query: {}, body: page.form };
  const exchange: Exchange = { url, method: target.method, request, reply };
  const checks =
    step.criteria.length > 0
      ? asked(step, { ...scope, exchange })
      : [
          {
            condition: t('a page that opens'),
            pointer: step.pointer,
            passed: reply.status < 400,
            actual: reply.status,
          },
        ];
  return { passed: checks.every(({ passed }) => passed), checks, exchange, secrets, run };
}

const notThePage = (): ProblemText => ({
  title: t('The link does not lead to the emulator'),
  cause: t('Pages are opened on the emulator alone, and nothing was opened.'),
  nextStep: t('Look at the step that gave the link.'),
});

function textsOf(form: unknown): PageForm {
  if (!isRecord(form)) return {};
  const texts = (value: unknown) => (Array.isArray(value) ? value.map(String) : String(value));
  return Object.fromEntries(Object.entries(form).map(([name, value]) => [name, texts(value)]));
}

export function withoutValue(text: string): Attempt {
  return failed({
    title: t('{0} has no value', text),
    cause: t('The step that gives it did not run, or its reply did not hold it.'),
    nextStep: t('Nothing was sent. Look at the outputs of that step, or give the input.'),
  });
}

function failed(said: ProblemText): Attempt {
  return { passed: false, checks: [], exchange: undefined, secrets: [], said };
}
