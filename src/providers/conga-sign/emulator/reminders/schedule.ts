import type { EmulatorTools } from '../../../../core/emulation';
import { onTurn } from '../../../../kit/signing';
import type { ScheduleInput, ScheduleReply } from '../../operations/reminders/reminders';
import { mailRoles } from '../signingPages';
import { type EmulatedPackage, printedTime, signingRoles, turns } from '../state';
import type { Schedule } from './scheduleState';

const day = 24 * 60 * 60 * 1000;

/** What nobody documents is one day, and one reminder. */
export function newSchedule(input: ScheduleInput): Schedule {
  const { startInDaysDelay = 1, intervalInDays = 1, repetitionsCount = 1 } = input;
  return { startInDaysDelay, intervalInDays, repetitionsCount, reminders: [] };
}

export function planReminders({ schedule }: EmulatedPackage, sentAt: number): void {
  if (schedule === undefined) return;
  const { startInDaysDelay, intervalInDays, repetitionsCount } = schedule;
  const dates = Array.from(
    { length: repetitionsCount },
    (_unused, index) => sentAt + (startInDaysDelay + index * intervalInDays) * day,
  );
  schedule.reminders = dates.map((date) => ({ date, sentAt: undefined }));
}

export function viewSchedule(packageId: string, { reminders, ...days }: Schedule): ScheduleReply {
  return {
    packageId,
    ...days,
    reminders: reminders.map(({ date, sentAt }) => ({
      date: printedTime(date),
      sentDate: sentAt === undefined ? null : printedTime(sentAt),
    })),
  };
}

/** When the next reminder goes out: they are sent at half past each hour. */
export function nextReminderAt({ schedule }: EmulatedPackage): number | undefined {
  const next = schedule?.reminders.find(({ sentAt }) => sentAt === undefined);
  return next && halfPast(next.date);
}

/** Reminds those whose turn it is. */
export function sendReminder(holder: EmulatedPackage, at: number, tools: EmulatorTools): void {
  const next = holder.schedule?.reminders.find(({ sentAt }) => sentAt === undefined);
  if (next === undefined) return;
  next.sentAt = at;
  mailRoles(holder, onTurn(signingRoles(holder), turns), 'reminder', tools, { at });
}

function halfPast(time: number): number {
  const hour = 60 * 60 * 1000;
  return Math.ceil((time - hour / 2) / hour) * hour + hour / 2;
}
