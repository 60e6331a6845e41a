import { t } from '@vscode/l10n';
import type { JsonObject } from '../../../protocol/json';
import type { Criterion } from '../criteria/criterion';
import { parseExpression } from '../expressions/parseExpression';
import type { KeptValues } from '../keptValues';
import type { AnswerStep, DeclineStep, SignStep, VisitStep } from '../step';
import { simpleCriterion, statusCriterion } from './stepCriteria';

export type PageStep = SignStep | DeclineStep | AnswerStep | VisitStep;

/** What a step asks of a page, with what is said where it is not so. */
export interface PageExpectation {
  readonly criterion: Criterion;
  said(actual: unknown): string;
  readonly nextStep: string;
}

interface PageCall {
  readonly method: 'GET' | 'POST';
  readonly link: string;
  readonly form?: JsonObject;
}

/** What a recipient does there. */
export function pageValues(step: PageStep, kept: KeptValues): PageCall {
  if ('visit' in step) return { method: 'GET', link: kept.text(step.visit) };
  if ('sign' in step) return { method: 'POST', link: kept.text(step.sign), form: { action: 'finish' } };
  if ('decline' in step) {
    const { decline, reason = '' } = step;
    return { method: 'POST', link: kept.text(decline), form: { action: 'decline', reason } };
  }
  const answers = step.answers.map((one) => kept.text(one));
  return { method: 'POST', link: kept.text(step.answer), form: { action: 'answer', answer: answers } };
}

export function expectedOfPage(step: PageStep, kept: KeptValues, pointer: string): readonly PageExpectation[] {
  if ('visit' in step) {
    const nextStep = t('Open the link in a browser, to see what its page says.');
    return [statusIs(step.status, pointer, nextStep), ...(step.text === undefined ? [] : [says(step.text, pointer)])];
  }
  if ('answer' in step) {
    return [statusIs(step.status ?? 200, pointer, t('Visit the link first, to see what its page asks.'))];
  }
  return [isDone(pointer), ...(step.redirect === undefined ? [] : [leadsTo(kept.text(step.redirect), pointer)])];
}

function statusIs(status: number, pointer: string, nextStep: string): PageExpectation {
  return {
    criterion: statusCriterion(status, pointer),
    said: (found) => t('Expected status {0}, found {1}.', status, String(found)),
    nextStep,
  };
}

function isDone(pointer: string): PageExpectation {
  return {
    criterion: simpleCriterion('$statusCode == 200 || $statusCode == 302', pointer),
    said: (found) => t('The signing page answers with status {0}.', String(found)),
    nextStep: t('Visit the link first, to see what its page says.'),
  };
}

function says(text: string, pointer: string): PageExpectation {
  return {
    criterion: textual('$response.body', `${pointer}/text`, (body) => body.includes(text)),
    said: () => t('The page does not say "{0}".', text),
    nextStep: t('Open the link in a browser, to see what its page says.'),
  };
}

function leadsTo(wanted: string, pointer: string): PageExpectation {
  return {
    criterion: textual('$response.header.location', `${pointer}/redirect`, (led) => led === wanted),
    said: (led) =>
      led === undefined
        ? t('Expected to be led to {0}, was led nowhere.', wanted)
        : t('Expected to be led to {0}, was led to {1}.', wanted, String(led)),
    nextStep: t('Correct the redirect, here or in the invite.'),
  };
}

/** Exactly, where comparisons of scenarios make no difference between small letters and capitals. */
function textual(context: string, pointer: string, isIn: (text: string) => boolean): Criterion {
  const read = parseExpression(context);
  if (read.kind === 'fault') throw new Error(read.message);
  const { expression } = read;
  return { kind: 'regex', condition: context, pointer, context: { text: context, expression }, pattern: { isIn } };
}
