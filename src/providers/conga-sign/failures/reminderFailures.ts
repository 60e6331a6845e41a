import type { Failure } from '../../../core/failure';
import { sources } from '../sources';

/** What is known of the reminders of a package; no source gives a text. */
export const reminderFailures = [
  {
    id: 'reminders-after-sending',
    status: 400,
    code: 400,
    message: 'A reminder schedule can only be created for a package that was not sent.',
    meaning: 'The reminders of a package are made when it is sent: a schedule that comes later is too late.',
    nextStep: 'Set the package back to DRAFT, or remind the signers one by one.',
    source: sources.oneSpanApi,
    illustrative: ['status', 'code', 'message'],
  },
  {
    id: 'reminders-change-doubtful',
    status: 400,
    code: 400,
    message: 'The reminder schedule of a package that was sent cannot be changed.',
    meaning: 'OneSpan’s description says that a schedule cannot be changed after sending, its guide that it can.',
    nextStep: 'When the API refuses, set the package back to DRAFT first.',
    source: sources.oneSpanReminders,
    illustrative: ['status', 'code', 'message'],
  },
  {
    id: 'reminders-too-many',
    status: 400,
    code: 400,
    message: 'A reminder schedule has 5 repetitions at most.',
    meaning: 'No more than five reminders are sent by schedule.',
    nextStep: 'Enter 5 or less.',
    source: sources.oneSpanReminders,
    illustrative: ['status', 'code', 'message'],
  },
  {
    id: 'reminders-of-other-package',
    status: 400,
    code: 400,
    message: 'The package of the schedule is another one.',
    meaning: 'Path and body name different packages. Which of them counts is not documented.',
    nextStep: 'Name the same package in both places.',
    source: sources.oneSpanApi,
    illustrative: ['status', 'code', 'message'],
  },
  {
    id: 'reminders-not-found',
    status: 404,
    code: 404,
    message: 'The package has no reminder schedule.',
    meaning: 'A schedule is to be changed or deleted, and there is none.',
    nextStep: 'Schedule the reminders first.',
    source: sources.oneSpanApi,
    illustrative: ['status', 'code', 'message'],
  },
] as const satisfies readonly Failure[];
