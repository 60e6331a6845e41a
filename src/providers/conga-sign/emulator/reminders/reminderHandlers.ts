import { isRejection } from '../../../../core/emulation';
import { refuse } from '../../failures';
import { type Handlers, packageAt } from '../state';
import { newSchedule, planReminders, viewSchedule } from './schedule';

export const reminderHandlers: Pick<
  Handlers,
  'getReminders' | 'createReminders' | 'updateReminders' | 'deleteReminders'
> = {
  getReminders: ({ state, values: { path }, tools }) => {
    const found = packageAt(state, path.packageId, tools.now());
    if (isRejection(found)) return found;
    const { id, schedule } = found;
    return schedule === undefined ? { status: 204 } : { status: 200, body: viewSchedule(id, schedule) };
  },
  createReminders: ({ state, values: { path, body }, tools }) => {
    const found = packageAt(state, path.packageId, tools.now());
    if (isRejection(found)) return found;
    found.schedule = newSchedule(body);
    return { status: 200, body: viewSchedule(found.id, found.schedule) };
  },
  updateReminders: ({ state, values: { path, body }, tools }) => {
    const found = packageAt(state, path.packageId, tools.now());
    if (isRejection(found)) return found;
    if (found.schedule === undefined) return refuse('reminders-not-found');
    found.schedule = newSchedule(body);
    if (found.status === 'SENT') planReminders(found, tools.now());
    return { status: 200, body: viewSchedule(found.id, found.schedule) };
  },
  deleteReminders: ({ state, values: { path }, tools }) => {
    const found = packageAt(state, path.packageId, tools.now());
    if (isRejection(found)) return found;
    if (found.schedule === undefined) return refuse('reminders-not-found');
    found.schedule = undefined;
    return { status: 204 };
  },
};
