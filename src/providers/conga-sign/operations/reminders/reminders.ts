import * as z from 'zod';
import { defineOperation, defineRule } from '../../../../core/operation';
import { requiredText, wholeNumber } from '../../../../kit/fields';
import { writes } from '../../../../kit/mending/mends';
import { isDraft, loadPackageFacts } from '../../facts';
import { sources } from '../../sources';
import { draft, packagePath, sent } from '../fields';
import { packageCondition } from '../packages/packageRules';
import { errorReplies, usual } from '../replies';

const mostReminders = 5;

const schedule = z.object({
  packageId: requiredText('Package ID', 'ID of the package, as in the path.', draft.packageId),
  startInDaysDelay: wholeNumber('Days until the first', 'Days from sending to the first reminder.', 1),
  intervalInDays: wholeNumber('Days between', 'Days from one reminder to the next.', 1),
  repetitionsCount: wholeNumber('Number', `How many reminders are sent, ${mostReminders} at most.`, mostReminders),
});

const scheduleRequest = { path: packagePath, body: schedule };

const date = z.string().nullable().optional();

const scheduleReply = z.object({
  packageId: z.string(),
  startInDaysDelay: z.int().nullable().optional(),
  intervalInDays: z.int().nullable().optional(),
  repetitionsCount: z.int().nullable().optional(),
  reminders: z.array(z.object({ date: z.string(), sentDate: date })),
});

export type ScheduleInput = z.output<typeof schedule>;
export type ScheduleReply = z.output<typeof scheduleReply>;

const isFew = defineRule<typeof scheduleRequest>({
  failure: 'reminders-too-many',
  statement: `A schedule has ${mostReminders} reminders at most.`,
  check: ({ body }) =>
    (body?.repetitionsCount ?? 0) > mostReminders
      ? [
          {
            pointer: '/body/repetitionsCount',
            message: `Enter ${mostReminders} at most.`,
            mend: writes('/body/repetitionsCount', mostReminders),
          },
        ]
      : [],
});

const isOfPath = defineRule<typeof scheduleRequest>({
  failure: 'reminders-of-other-package',
  statement: 'The package of the body is that of the path.',
  severity: 'warning',
  check: ({ path, body }) =>
    path?.packageId !== undefined && body?.packageId !== undefined && path.packageId !== body.packageId
      ? [
          {
            pointer: '/body/packageId',
            message: 'The path names another package.',
            // What is rubbish in the path is not carried on into the body.
            ...(/^[\w+/=-]+$/.test(path.packageId) && { mend: writes('/body/packageId', path.packageId) }),
          },
        ]
      : [],
});

const isNotSent = packageCondition({
  failure: 'reminders-after-sending',
  statement: 'A schedule is created before the package is sent.',
  fault: (facts) => (isDraft(facts) ? undefined : `The package is ${facts.status} already.`),
});

const isStillDraft = packageCondition({
  failure: 'reminders-change-doubtful',
  statement: 'A schedule is changed before the package is sent.',
  severity: 'warning',
  fault: (facts) =>
    isDraft(facts) ? undefined : `The package is ${facts.status}: the sources disagree whether this can be done then.`,
});

const path = '/api/cs-packages/{packageId}/reminders';
const common = [...usual, 'package-not-found'];
const days = { startInDaysDelay: 1, intervalInDays: 1, repetitionsCount: 5 };
/** Whom the reminders reach is known to the API. */
const effects = ['mailsPeople', 'mailsOnRecord'] as const;

export const getReminders = defineOperation({
  id: 'conga-sign/get-reminders',
  title: 'Get the reminders of a package',
  summary: 'Returns the schedule of a package with the reminders that were sent; an empty reply where there is none.',
  method: 'GET',
  path,
  docs: sources.oneSpanReminders,
  request: { path: packagePath },
  replies: { 200: scheduleReply, 204: z.undefined(), ...errorReplies },
  failures: common,
  examples: [{ title: 'A sent package', source: 'documented', path: sent }],
});

export const createReminders = defineOperation({
  id: 'conga-sign/create-reminders',
  title: 'Schedule the reminders of a package',
  summary: 'Has signers who are on turn reminded in intervals, once the package is sent.',
  method: 'POST',
  path,
  docs: sources.oneSpanReminders,
  request: scheduleRequest,
  effects,
  replies: { 200: scheduleReply, ...errorReplies },
  rules: [isNotSent, isFew, isOfPath],
  failures: ['bad-request', ...common, 'reminders-after-sending', 'reminders-too-many', 'reminders-of-other-package'],
  examples: [{ title: 'Daily, five times', source: 'documented', path: draft, body: { ...draft, ...days } }],
  loadFacts: loadPackageFacts,
});

export const updateReminders = defineOperation({
  id: 'conga-sign/update-reminders',
  title: 'Change the reminders of a package',
  summary: 'Replaces the schedule of a package. OneSpan’s description allows it for drafts only, its guide later, too.',
  method: 'PUT',
  path,
  docs: sources.oneSpanReminders,
  request: scheduleRequest,
  effects,
  replies: { 200: scheduleReply, ...errorReplies },
  rules: [isStillDraft, isFew, isOfPath],
  failures: [
    'bad-request',
    ...common,
    'reminders-not-found',
    'reminders-change-doubtful',
    'reminders-too-many',
    'reminders-of-other-package',
  ],
  examples: [
    {
      title: 'Every second day, three times',
      source: 'documented',
      path: draft,
      body: { ...draft, ...days, intervalInDays: 2, repetitionsCount: 3 },
    },
  ],
  loadFacts: loadPackageFacts,
});

export const deleteReminders = defineOperation({
  id: 'conga-sign/delete-reminders',
  title: 'Delete the reminders of a package',
  summary: 'Nobody is reminded by schedule any more.',
  method: 'DELETE',
  path,
  docs: sources.oneSpanReminders,
  request: { path: packagePath },
  replies: { 204: z.undefined(), ...errorReplies },
  failures: ['bad-request', ...common, 'reminders-not-found'],
  examples: [{ title: 'A draft', source: 'documented', path: draft }],
});
