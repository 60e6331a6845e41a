import * as z from 'zod';
import { emulatorConnection } from '../../core/connections/connection';
import type { Failure } from '../../core/failure';
import type { Reply } from '../../core/http';
import type { Operation } from '../../core/operation';
import { describeProblem } from '../../core/problems/describeProblem';
import type { Provider } from '../../core/provider';
import { readReply } from '../../core/sending/readReply';
import type { Run } from '../../core/sending/run';
import { isWithin } from '../../protocol/pointer';
import { defineTool, readsOnly } from '../agentTool';
import type { AgentWorkplace } from '../agentWorkplace';
import { anyJson } from '../anyJson';
import { checkGiven } from '../checkGiven';
import { operationNamed } from '../lookUp';
import { issueList, issueSchema } from '../output/issueList';
import { pageOf } from '../output/pageOf';
import { explanations, runSchema } from '../output/runOutput';
import { visibleText } from '../output/visibleText';
import { recordedRun } from '../recordedRun';
import { refusal } from '../toolRefusal';

const documented = z.object({ failure: z.string(), meaning: z.string(), nextStep: z.string(), source: z.string() });

export const explainFailure = defineTool({
  name: 'explain_failure',
  title: 'Explain a failure',
  description: `Says what an error of an API means, what to do, and which source says so: of an entry of the history, or of a status and body that
came to somebody else's program. Also says what the checks find wrong with the request, and which documented failures have the same status.`,
  hints: readsOnly,
  input: z.object({
    entry: z.exactOptional(z.string().describe('Of the history.')),
    operation: z.exactOptional(z.string().describe('Without an entry: the call that failed.')),
    status: z.exactOptional(z.int().min(100).max(599)),
    body: z.exactOptional(anyJson.describe('Of the reply, as JSON or as a text.')),
    request: z.exactOptional(anyJson.describe('The body of the request, to be checked as well.')),
  }),
  output: z.object({
    operation: z.string(),
    status: z.exactOptional(z.number()),
    explanations: runSchema.shape.explanations,
    mendedBy: z.array(z.object({ operation: z.string(), title: z.string() })),
    possible: z
      .array(documented)
      .describe('Documented failures of the call with this status, where none was recognised.'),
    issues: z.array(issueSchema).describe('What the checks say of the request.'),
  }),
  run: async (workplace, input) => {
    const { provider, operation, run, issues } = await failedCall(workplace, input);
    const found = explanations(run).slice(0, 4);
    const status = run.outcome.kind === 'replied' ? run.outcome.reply.status : undefined;
    return {
      operation: operation.id,
      ...(status !== undefined && { status }),
      explanations: found.length > 0 ? found : problemOf(run),
      mendedBy: mendsOf(
        provider,
        found.flatMap(({ failure }) => failure ?? []),
      ),
      possible: found.some(({ failure }) => failure !== undefined) ? [] : possible(provider, operation, status),
      issues: issueList(issues, 900).items,
    };
  },
});

type Explained = z.output<typeof runSchema>['explanations'];

interface FailedCall {
  readonly provider: Provider;
  readonly operation: Operation;
  readonly run: Pick<Run, 'outcome'>;
  readonly issues: Awaited<ReturnType<typeof checkGiven>>;
}

async function failedCall(
  workplace: AgentWorkplace,
  { entry: id, operation: named, status, body, request }: z.output<typeof explainFailure.input>,
): Promise<FailedCall> {
  if (id !== undefined) {
    const { entry, provider, run } = await recordedRun(workplace, id);
    const operation = provider.operations.find((one) => one.id === entry.operation);
    if (operation === undefined) throw refusal('Its operation is gone', entry.operation, 'Name another entry.');
    const isKnown = (await workplace.registry.operation(operation.id)) !== undefined;
    return {
      provider,
      operation,
      run,
      issues: isKnown ? await checkGiven(workplace, { request: entry.request, ofText: [] }) : [],
    };
  }
  if (named === undefined || status === undefined) {
    throw refusal(
      'It is not said what failed',
      'Neither an entry nor operation and status are there.',
      'Give one or the other.',
    );
  }
  const { provider, operation } = await operationNamed(workplace, named);
  const given = {
    request: { operation: named, connection: '', ...(request !== undefined && { body: request }) },
    ofText: [],
  };
  const all = request === undefined ? [] : await checkGiven(workplace, given);
  // Of path and query nothing was given.
  const issues = all.filter(({ pointer }) => isWithin(pointer, '/body'));
  return { provider, operation, run: readAgain(provider, operation, replyOf(status, body)), issues };
}

function replyOf(status: number, body: unknown): Reply {
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? '');
  const isJson = typeof body !== 'string' || /^\s*[[{]/.test(body);
  const headers = { 'content-type': isJson ? 'application/json' : 'text/plain' };
  return { status, statusText: '', headers, bytes: new TextEncoder().encode(text), durationMs: 0 };
}

/** A reply that came to another program means the same as one that came here. */
function readAgain(provider: Provider, operation: Operation, reply: Reply): Pick<Run, 'outcome'> {
  const connection = emulatorConnection(provider, provider.environments[0]?.baseUrl ?? '');
  const context = { provider, operation, connection, values: {}, now: 0, secrets: [], remarks: [] };
  return { outcome: { kind: 'replied', reply, reading: readReply(reply, context).reading } };
}

/** Where there was no reply the problem itself says why. */
function problemOf({ outcome }: Pick<Run, 'outcome'>): Explained {
  if (outcome.kind === 'replied') return [];
  const { title, cause, nextStep } = describeShort(outcome.problem);
  return [{ title, cause, nextStep, source: '' }];
}

function mendsOf({ failures, operations }: Provider, ids: readonly string[]) {
  const mends = new Set(failures.filter(({ id }) => ids.includes(id)).map(({ mendedBy }) => mendedBy));
  return operations.filter(({ id }) => mends.has(id)).map(({ id: operation, title }) => ({ operation, title }));
}

function possible({ failures }: Provider, { failures: own = [] }: Operation, status: number | undefined) {
  const same = failures.filter((failure) => own.includes(failure.id) && failure.status === status);
  return [...pageOf(same.map(shownFailure), 0, 1_500).items];
}

function shownFailure({ id, meaning, nextStep, source }: Failure): z.output<typeof documented> {
  return { failure: id, meaning, nextStep, source };
}

function describeShort(problem: Extract<Run['outcome'], { kind: 'failed' }>['problem']) {
  const { title, cause, nextStep } = describeProblem(problem);
  return { title: visibleText(title), cause: visibleText(cause, 800), nextStep: visibleText(nextStep) };
}
