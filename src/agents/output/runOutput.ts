import * as z from 'zod';
import { emulatorActs } from '../../core/emulation';
import { titlesOf } from '../../core/forms/titlesOf';
import type { SigningLink } from '../../core/operation';
import { describeProblem } from '../../core/problems/describeProblem';
import type { Problem } from '../../core/problems/problem';
import type { Provider } from '../../core/provider';
import { explainedErrors, nextStepsOf, rewrittenRemarks } from '../../core/replies/replyState';
import { isComplete } from '../../core/requests/preparedRequest';
import { mask } from '../../core/secrets/mask';
import { linkOwner } from '../../core/sending/rewriting/rewrittenWords';
import { type Run, remarksOf } from '../../core/sending/run';
import { anyJson } from '../anyJson';
import { fromOthers, othersNote, treatAsData } from './fromOthers';
import { issueList, issueSchema } from './issueList';
import { sizeInOutput } from './jsonPart';
import { mostOutput } from './pageOf';
import { cutSchema, replyPart } from './replyPart';
import { visibleText } from './visibleText';

const saidSchema = z.object({ title: z.string(), cause: z.string(), nextStep: z.string() });

/** What a tool tells of one sending. */
export const runSchema = z.object({
  entry: z.string().describe('Of the history: read_history and explain_failure take it.'),
  outcome: z.enum(['succeeded', 'failed', 'notSent', 'noReply']),
  status: z.exactOptional(z.number()),
  problem: z.exactOptional(saidSchema).describe('Why nothing was sent, or why there is no reply.'),
  issues: z.array(issueSchema),
  explanations: z.array(
    z.object({
      treatAs: z.exactOptional(z.literal(othersNote)).describe('Where it quotes the API.'),
      failure: z.exactOptional(z.string()),
      ...saidSchema.shape,
      source: z.string(),
    }),
  ),
  links: z
    .array(
      fromOthers({
        number: z.number(),
        recipient: z.string(),
        url: z.string(),
        expiresAt: z.exactOptional(z.string()),
      }),
    )
    .describe('Signing links, masked unless a person asked for them. control_emulator takes entry and number.'),
  nextSteps: z
    .array(
      fromOthers({
        number: z.number(),
        operation: z.string(),
        title: z.string(),
        subject: z.string(),
        isReady: z.boolean(),
      }),
    )
    .describe('Calls that the reply makes possible: send_request takes entry and number.'),
  remarks: z.array(z.string()),
  reply: z.exactOptional(fromOthers({ body: anyJson, cut: cutSchema })),
});

type RunOutput = z.output<typeof runSchema>;

export function runOutput(run: Run, provider: Provider | undefined, showsLinks: boolean): RunOutput {
  const facts = factsOf(run, provider, showsLinks);
  if (run.outcome.kind === 'failed') return facts;
  const room = Math.max(600, mostOutput - sizeInOutput(facts) - 250);
  const isPlain = showsLinks && isEmulatorAct(run);
  return { ...facts, reply: { ...treatAsData, ...replyPart(run, provider, '', { room, isPlain }) } };
}

function isEmulatorAct({ request }: Run): boolean {
  return request.operation.startsWith(`${emulatorActs}/`);
}

function factsOf(run: Run, provider: Provider | undefined, showsLinks: boolean): RunOutput {
  const nothing = { issues: [], explanations: [], links: [], remarks: [] };
  const common = { entry: run.id, nextSteps: provider === undefined ? [] : nextSteps(run, provider) };
  if (run.outcome.kind === 'failed') {
    const { problem } = run.outcome;
    const outcome = run.sent === undefined ? 'notSent' : 'noReply';
    return { ...nothing, ...common, outcome, problem: said(problem, run, provider), issues: issuesOf(problem) };
  }
  const { reply, reading } = run.outcome;
  return {
    ...common,
    outcome: reading.failed ? 'failed' : 'succeeded',
    status: reply.status,
    issues: [],
    explanations: explanations(run).slice(0, 4),
    links: reading.links.slice(0, 10).map((link, number) => linkOf(link, number, showsLinks)),
    remarks: [...rewrittenRemarks(run), ...remarksOf(reading)].slice(0, 5).map((remark) => visibleText(remark, 200)),
  };
}

function said(problem: Problem, { request }: Run, provider: Provider | undefined): z.output<typeof saidSchema> {
  const operation = provider?.operations.find(({ id }) => id === request.operation);
  const titleOf = provider && operation && titlesOf(provider, operation);
  const { title, cause, nextStep } = describeProblem(problem, titleOf);
  const ofPerson = problem.kind === 'unanswered' ? askAPerson : nextStep;
  // The issues themselves stand in a list of their own.
  const why = problem.kind === 'invalidRequest' ? 'See the issues.' : visibleText(cause, 800);
  return { title: visibleText(title), cause: why, nextStep: visibleText(ofPerson, 800) };
}

/** An assistant does not answer for a person. */
const askAPerson =
  'Nothing was sent. A person has to agree, and this client cannot ask one: they send it themselves, in the editor or with "esign send --yes".';

function issuesOf(problem: Problem): RunOutput['issues'] {
  return problem.kind === 'invalidRequest' ? issueList(problem.issues, 2_400).items : [];
}

export function explanations({ outcome }: Pick<Run, 'outcome'>): RunOutput['explanations'] {
  if (outcome.kind === 'failed') return [];
  const { reading } = outcome;
  const known = explainedErrors(reading).map(({ failure }) => ({
    failure: failure.id,
    title: failure.message === '' ? failure.id : failure.message,
    cause: failure.meaning,
    nextStep: failure.nextStep,
    source: failure.source,
  }));
  const general = reading.general.map(({ title, cause, nextStep }) => ({
    ...treatAsData,
    title: visibleText(title),
    cause: visibleText(cause),
    nextStep: visibleText(nextStep),
    source: '',
  }));
  return [...known, ...general];
}

function linkOf(link: SigningLink, number: number, isShown: boolean): RunOutput['links'][number] {
  const { url, expiresAt } = link;
  return {
    ...treatAsData,
    number,
    recipient: visibleText(linkOwner(link) ?? '', 200),
    url: isShown ? url : mask('signing link'),
    ...(expiresAt !== undefined && { expiresAt: new Date(expiresAt).toISOString() }),
  };
}

function nextSteps(run: Run, provider: Provider): RunOutput['nextSteps'] {
  return nextStepsOf(run, provider)
    .slice(0, 8)
    .map((step, number) => ({
      ...treatAsData,
      number,
      operation: step.operation,
      title: step.title,
      subject: visibleText(step.subject ?? '', 120),
      isReady: step.blocked === undefined && isComplete(step),
    }));
}
