import type { EmulatorTools } from '../../../../core/emulation';
import { isUnderway } from '../../operations/requestRules';
import type { SignatureRequest, State } from '../state';
import { isMailed, mailReminder, tellEvents } from './messages';
import { isAsked, settle } from './progress';

/* What a signature request does by itself: it reminds people, and it ends. */

const day = 24 * 60 * 60 * 1000;

/** When the next of both falls due. */
export function dueOf(request: SignatureRequest): number | undefined {
  return isUnderway(request) ? Math.min(request.expiresAt, nextReminder(request)) : undefined;
}

export function elapse(state: State, tools: EmulatorTools): void {
  const { agenda, requests } = state;
  const now = tools.now();
  for (let due = agenda.first(now); due !== undefined; due = agenda.first(now)) {
    const request = requests.byId.get(due.id);
    if (request === undefined) continue;
    const then = { ...tools, now: () => due.at };
    if (nextReminder(request) < request.expiresAt) remind(state, request, then);
    else tellExpired(state, request, then);
  }
}

function nextReminder({ settings, activatedAt, remindersSent = 0 }: SignatureRequest): number {
  const { interval_in_days: interval, max_occurrences: most } = settings.reminder_settings ?? noReminders;
  if (activatedAt === undefined || remindersSent >= most) return Number.POSITIVE_INFINITY;
  return activatedAt + (remindersSent + 1) * interval * day;
}

const noReminders = { interval_in_days: 1, max_occurrences: 0 };

/** Reminds those whose turn it is. */
function remind(state: State, request: SignatureRequest, tools: EmulatorTools): void {
  request.remindersSent = (request.remindersSent ?? 0) + 1;
  const people = [...request.approvers, ...request.signers].filter(
    (person) => isAsked(request, person) && isMailed(request, person),
  );
  if (people.length === 0) return;
  for (const person of people) mailReminder(request, person, tools);
  tellEvents(state, request, reminders, tools);
}

const reminders = ['signature_request.reminder_executed', 'signature_request.automatic_reminder_executed'] as const;

/** Each that has expired is told of once. */
function tellExpired(state: State, request: SignatureRequest, tools: EmulatorTools): void {
  const { told } = state.expiry;
  if (settle(request, tools.now()).status !== 'expired' || told.has(request)) return;
  told.add(request);
  tellEvents(state, request, ['signature_request.expired'], tools);
}
