import type { EmulatorTools } from '../../../core/emulation';
import { tell } from './events/callbacks';
import { nextReminderAt, sendReminder } from './reminders/schedule';
import { type EmulatedPackage, expire, type State } from './state';

/** What falls due by itself, one after the other: reminders, and the end of packages that have one. */
export function elapse(state: State, tools: EmulatorTools): void {
  for (let next = firstDue(state, tools.now()); next !== undefined; next = firstDue(state, tools.now()))
    next.act(tools);
}

interface Due {
  readonly at: number;
  act(tools: EmulatorTools): void;
}

function firstDue(state: State, now: number): Due | undefined {
  const first = state.agenda.first(now);
  const holder = first && state.packages.get(first.id);
  return holder && dueOf(state, holder);
}

function dueOf(state: State, holder: EmulatedPackage): Due | undefined {
  const reminder = nextReminderAt(holder) ?? Number.POSITIVE_INFINITY;
  const end = Date.parse(holder.values.due ?? '');
  // A text that is no time never comes.
  if (!(end <= reminder)) return Number.isFinite(reminder) ? reminding(holder, reminder) : undefined;
  return { at: end, act: (tools) => endOf(state, holder, end, tools) };
}

function reminding(holder: EmulatedPackage, at: number): Due {
  return { at, act: (tools) => sendReminder(holder, at, tools) };
}

function endOf(state: State, holder: EmulatedPackage, at: number, tools: EmulatorTools): void {
  expire(holder, at);
  tell(state, holder, { name: 'PACKAGE_EXPIRE', sessionUser: holder.sender.id, at }, tools);
}
