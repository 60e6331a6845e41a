import type { Status } from '../../../core/documents';
import { statusIn, type Tones } from '../../../kit/statusIn';

const tones: Tones = {
  pending: 'open',
  created: 'waiting',
  fulfilled: 'done',
  skipped: 'done',
  declined: 'refused',
};

export function inviteStatus(text: string): Status {
  return statusIn(tones, text);
}

/** What the statuses of all invites make of a document. The API has no word for it. */
export function overallStatus(statuses: readonly string[], hasFields: boolean): Status {
  if (statuses.length === 0) return { text: hasFields ? 'not invited' : 'no fields', tone: 'draft' };
  if (statuses.includes('declined')) return inviteStatus('declined');
  return inviteStatus(statuses.every((status) => tones[status] === 'done') ? 'fulfilled' : 'pending');
}
