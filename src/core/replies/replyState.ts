import type { Issue } from '../../protocol/form';
import type {
  Explanation,
  LinkCard,
  NextStep,
  PlacedIssue,
  ReplyState,
  RunHeader,
  SentRequest,
} from '../../protocol/reply';
import { shownHost } from '../addresses/webAddress';
import { emulatorConnectionId } from '../connections/connection';
import type { Failure } from '../failure';
import { countedIssues } from '../forms/checks/moreIssues';
import { titlesOf } from '../forms/titlesOf';
import type { HttpRequest } from '../http';
import type { PreparedRequest, SigningLink } from '../operation';
import { wentNowhere } from '../problems/describeHttpFailure';
import { describeProblem } from '../problems/describeProblem';
import { isOfConnection } from '../problems/isDiagnosable';
import { limitThatEnded } from '../problems/limitThatEnded';
import type { TitleOf } from '../problems/problem';
import type { Provider } from '../provider';
import { runMasker } from '../secrets/runMasker';
import { linkOwner, rewrittenWords } from '../sending/rewriting/rewrittenWords';
import { type Reading, type RecognisedError, type Run, remarksOf } from '../sending/run';
import { alikeSteps } from './alikeSteps';
import { textPreview } from './body/bodyPreview';
import type { Inflate } from './body/pdf/pdfObjects';
import { differenceLine } from './differenceLines';
import { headerRemarks } from './headerRemarks';
import { departureSentences } from './judging/departures';
import type { Difference } from './judging/difference';
import { lookStep } from './lookStep';
import { headerLines } from './shown/headerLines';
import { type StoredBody, shownBody } from './shownBody';

/** What the panel shows of a run. `stored` says that the run comes from the history. */
export function replyState(run: Run, provider: Provider, stored?: StoredBody, inflate: Inflate = packed): ReplyState {
  const header = runHeader(run, provider, stored !== undefined);
  const { outcome, sent } = run;
  const masker = runMasker(run, provider);
  const titleOf = titlesIn(run, provider);
  if (outcome.kind === 'failed') {
    const { problem } = outcome;
    const text = describeProblem(problem, titleOf);
    const limit = limitThatEnded(problem);
    return {
      kind: 'problem',
      title: text.title,
      run: header,
      problem: text,
      issues: problem.kind === 'invalidRequest' ? placedIssues(problem.issues, titleOf) : [],
      isForeseen: problem.kind === 'invalidRequest',
      ...(limit !== undefined && { limit }),
      request: sent && sentRequest(sent, run),
      nextSteps: shownSteps(run, provider),
    };
  }
  const { reply, reading } = outcome;
  return {
    kind: 'replied',
    run: header,
    status: reply.status,
    statusText: masker.text(reply.statusText),
    failed: reading.failed,
    inSpiteOf: placedIssues(run.inSpiteOf, titleOf).map((issue) => ({
      ...issue,
      message: masker.text(issue.message),
    })),
    inSpiteOfCount: countedIssues(run.inSpiteOf),
    durationMs: reply.durationMs,
    headers: headerLines(reading.headers),
    ...shownBody(reply, masker, stored, inflate),
    request: sent ? sentRequest(sent, run) : noRequest,
    links: reading.links.map((link) => linkCard(link, run)),
    nextSteps: shownSteps(run, provider),
    isAnswer: reading.verdict.kind === 'answer',
    explanations: explainedErrors(reading).map((error) => explanation(error, provider)),
    general: reading.general.map(({ title, cause, nextStep: next }) => ({ title, cause, nextStep: next })),
    differences: differencesIn(reading).map(differenceLine),
    remarks: [...rewrittenRemarks(run), ...otherRemarks(reading), ...headerRemarks(reading)],
  };
}

export function differencesIn({ verdict }: Reading): readonly Difference[] {
  return verdict.kind === 'answer' ? verdict.differences : [];
}

/** A sentence for everybody whom the API knows by an address or number of one's own. */
export function rewrittenRemarks({ recipients = [] }: Run): readonly string[] {
  return recipients.map((one) => `${rewrittenWords(one)}.`);
}

/** What the list of differences does not say. */
function otherRemarks(reading: Reading): readonly string[] {
  const listed = departureSentences(differencesIn(reading));
  return remarksOf(reading).filter((remark) => !listed.includes(remark));
}

/** The errors that documented failures explain, in the order of the state's explanations. */
export function explainedErrors(reading: Reading): readonly ExplainedError[] {
  return reading.errors.filter((error): error is ExplainedError => error.failure !== undefined);
}

export interface ExplainedError extends RecognisedError {
  readonly failure: Failure;
}

/** What can be done next. After a call whose answer did not come: look whether it took effect. */
export function nextStepsOf({ outcome, request }: Run, provider: Provider): readonly PreparedRequest[] {
  if (outcome.kind === 'replied') return outcome.reading.nextSteps;
  if (outcome.problem.kind !== 'noReply' || !outcome.problem.mayHaveTakenEffect) return [];
  if (wentNowhere(outcome.problem.failure)) return [];
  const operation = provider.operations.find(({ id }) => id === request.operation);
  const step = operation && lookStep(provider, operation, request);
  return step ? [step] : [];
}

const noRequest: SentRequest = {
  method: '',
  url: '',
  headers: [],
  body: { text: '', language: 'none', truncated: false },
  attachments: [],
};

function placedIssues(issues: readonly Issue[], titleOf: TitleOf): readonly PlacedIssue[] {
  // What keeps nothing from being sent is said at its field.
  const errors = issues.filter(({ severity }) => severity === 'error');
  return errors.map(({ pointer, message }) => ({ pointer, title: titleOf(pointer), message }));
}

/** Of an operation that is gone the pointers are all there is. */
function titlesIn({ request }: Run, provider: Provider): TitleOf {
  const operation = provider.operations.find(({ id }) => id === request.operation);
  return operation === undefined ? (pointer) => pointer : titlesOf(provider, operation);
}

function runHeader(run: Run, provider: Provider, fromHistory: boolean): RunHeader {
  const operation = provider.operations.find(({ id }) => id === run.request.operation);
  return {
    id: run.id,
    operation: run.request.operation,
    operationTitle: operation?.title ?? run.request.operation,
    provider: provider.title,
    connection: run.request.connection,
    environment: run.environment,
    ...(run.isUnchecked && { isUnchecked: true as const }),
    ...(!fromHistory && isOfConnection(run.outcome) && { isDiagnosable: true as const }),
    sentAt: new Date(run.sentAt).toISOString(),
    fromHistory,
  };
}

/** Where nothing can be unpacked. */
function packed(): undefined {
  return undefined;
}

function sentRequest({ method, url, headers, body }: HttpRequest, { attachments = [] }: Run): SentRequest {
  return {
    method,
    url,
    headers: headerLines(headers),
    body: textPreview(body?.text ?? '', headers['content-type'] ?? ''),
    attachments: attachments.map(({ text, warnings }) => ({ text, warnings: warnings.map(({ message }) => message) })),
  };
}

function linkCard(
  { url, recipient, inPlaceOf, opens, expiresAt, singleUse, isUsed }: SigningLink,
  { request }: Pick<Run, 'request'>,
): LinkCard {
  return {
    url,
    recipient: linkOwner({ recipient, inPlaceOf }),
    opens,
    expiresAt: expiresAt === undefined ? undefined : new Date(expiresAt).toISOString(),
    singleUse: singleUse ?? false,
    isUsed: isUsed ?? false,
    host: shownHost(url),
    isEmulated: request.connection === emulatorConnectionId,
  };
}

function shownSteps(run: Run, provider: Provider): readonly NextStep[] {
  const steps = nextStepsOf(run, provider);
  return steps.map(({ title, subject = '', blocked }, index) => {
    const alike = alikeSteps(steps, provider, index);
    return { title, subject, enabled: blocked === undefined, note: blocked, alike };
  });
}

function explanation({ error, failure }: ExplainedError, provider: Provider): Explanation {
  return {
    code: String(error.code ?? failure.code ?? ''),
    message: error.message ?? failure.message,
    meaning: failure.meaning,
    nextStep: failure.nextStep,
    mend: provider.operations.find(({ id }) => id === failure.mendedBy)?.title,
    source: failure.source,
  };
}
