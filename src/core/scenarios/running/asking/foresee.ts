import { t } from '@vscode/l10n';
import type { JsonObject, JsonValue } from '../../../../protocol/json';
import type { Connection } from '../../../connections/connection';
import type { RequestValues } from '../../../operation';
import { mayBeSent, type SendPolicy } from '../../../sending/asking/mayBeSent';
import { type Question, type QuestionPlace, type Reason, withRecipients } from '../../../sending/asking/question';
import { rewritePrepared } from '../../../sending/rewriting/rewritePrepared';
import type { RewrittenRecipient } from '../../../sending/rewriting/rewrittenRecipient';
import type { Target } from '../../../sending/target';
import type { Fillable } from '../../document/fillable';
import { fill } from '../../expressions/evaluate';
import type { Scope } from '../../expressions/scope';
import { prepareInputs } from '../../inputs/inputs';
import type { LinkedScenario, LinkedStep, LinkedWorkflow } from '../../linking/linkedScenario';
import { workflowsOf } from '../../linking/linkScenario';

/**
 * What has to be answered before a workflow may start: what its steps would be asked about one by one, as far as it is
 * known beforehand. Undefined when nothing has to.
 */
export function foreseeQuestion(
  scenario: LinkedScenario,
  workflow: LinkedWorkflow,
  given: JsonObject,
  connectionOf: (provider: string) => Connection | undefined,
  policy: SendPolicy,
): Question | undefined {
  const prepared = prepareInputs(workflow, given);
  const inputs = prepared.kind === 'inputs' ? prepared.inputs : given;
  const questions = reachedSteps(scenario, workflow).flatMap(({ step, isOwn }) => {
    const { target } = step;
    if (target.kind !== 'operation' || target.isControl) return [];
    const connection = connectionOf(target.connection);
    if (connection === undefined) return [];
    // Of the inputs of a workflow that is called it is known what steps give it, and seldom before they ran.
    const values = knownValues(step, scopeOf(isOwn ? inputs : {}));
    return target.operations.flatMap((operation) => {
      const place = { provider: target.provider, operation, connection };
      return questionAbout(place, values, policy) ?? [];
    });
  });
  return mergeQuestions(t('Run the scenario "{0}"', workflow.workflowId), questions);
}

function questionAbout(place: Target, values: RequestValues, policy: SendPolicy): Question | undefined {
  const origin = { cause: 'scenario' } as const;
  const rewritten = rewritePrepared(place, { values, written: undefined, origin, credentials: {} });
  // Where somebody cannot be replaced, the step itself is refused.
  if ('problem' in rewritten) return mayBeSent(place, values, origin, policy);
  const question = mayBeSent(place, rewritten.values, origin, policy);
  return question && withRecipients(question, rewritten.recipients);
}

function reachedSteps(scenario: LinkedScenario, workflow: LinkedWorkflow) {
  const reached = new Set<string>();
  const steps: { readonly step: LinkedStep; readonly isOwn: boolean }[] = [];
  const open = [workflow.workflowId];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    const own = scenario.workflows.find(({ workflowId }) => workflowId === id)?.steps ?? [];
    const isOwn = id === workflow.workflowId;
    steps.push(...own.map((step) => ({ step, isOwn })));
    open.push(...own.flatMap(workflowsOf));
  }
  return steps;
}

/** Each connection with what is asked about it, for what is called by one title. */
export function mergeQuestions(operation: string, questions: readonly Question[]): Question | undefined {
  const keys = new Set(questions.map(placeKey));
  const [first, ...further] = [...keys].flatMap((key) => mergedPlace(questions.filter((one) => placeKey(one) === key)));
  if (first === undefined) return undefined;
  return { operation, ...first, ...(further.length > 0 && { further }) };
}

function placeKey({ connection, baseUrl }: Question): string {
  return JSON.stringify([connection, baseUrl]);
}

function mergedPlace(questions: readonly Question[]): readonly QuestionPlace[] {
  const [first] = questions;
  if (first === undefined) return [];
  const { connection, baseUrl } = first;
  const reasons = questions.flatMap((question) => question.reasons);
  const kinds = [...new Set(reasons.map(({ kind }) => kind))];
  const recipients = questions.flatMap((question) => question.recipients ?? []);
  const isFirst = (one: RewrittenRecipient, index: number) =>
    recipients.findIndex(({ from, to }) => from === one.from && to === one.to) === index;
  return [
    {
      connection,
      baseUrl,
      ...(recipients.length > 0 && { recipients: recipients.filter(isFirst) }),
      reasons: kinds.flatMap((kind) => mergedReason(reasons.filter((reason) => reason.kind === kind)) ?? []),
    },
  ];
}

function mergedReason(reasons: readonly Reason[]): Reason | undefined {
  const [first] = reasons;
  if (first === undefined || (first.kind !== 'mailsPeople' && first.kind !== 'notAllowed')) return first;
  const recipients = [...new Set(reasons.flatMap((one) => ('recipients' in one ? one.recipients : [])))];
  const onRecord = reasons.some(
    (one) => one.kind === 'mailsPeople' && (one.onRecord === true || one.recipients.length === 0),
  );
  if (first.kind === 'notAllowed') return { ...first, recipients };
  return { kind: first.kind, recipients, ...(onRecord && { onRecord }) };
}

function scopeOf(inputs: JsonObject): Scope {
  return { inputs, outputs: {}, steps: new Map(), workflows: new Map(), exchange: undefined };
}

/** The values of a step without those that only running it brings. */
export function knownValues({ parameters, body }: LinkedStep, scope: Scope): RequestValues {
  const section = (place: 'path' | 'query') => {
    const own = parameters.filter((one) => one.in === place);
    return Object.fromEntries(own.flatMap(({ name, value }) => asMember(name, known(value, scope))));
  };
  const payload = body?.payload === undefined ? undefined : known(body.payload, scope);
  const replaced = (body?.replacements ?? []).flatMap(({ value }) => known(value, scope) ?? []);
  // Where a replacement goes makes no difference to whom it reaches.
  const whole = replaced.length === 0 ? payload : [payload ?? null, ...replaced];
  return { path: section('path'), query: section('query'), ...(whole !== undefined && { body: whole }) };
}

function known(fillable: Fillable, scope: Scope): JsonValue | undefined {
  switch (fillable.kind) {
    case 'literal':
      return fillable.value;
    case 'template': {
      const filled = fill(fillable.template, scope);
      return filled.kind === 'value' ? filled.value : undefined;
    }
    case 'list':
      return fillable.items.flatMap((item) => [known(item, scope)].filter((one) => one !== undefined));
    case 'object':
      return Object.fromEntries(fillable.members.flatMap(([name, member]) => asMember(name, known(member, scope))));
  }
}

function asMember(name: string, value: JsonValue | undefined): readonly (readonly [string, JsonValue])[] {
  return value === undefined ? [] : [[name, value]];
}
