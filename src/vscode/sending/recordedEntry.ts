import type { HistoryEntry } from '../../core/history/entry';
import type { KnownNames } from '../../core/history/knownNames';
import { historyEntry } from '../../core/history/record';
import { subjectOf } from '../../core/history/subject';
import type { ValueTrail } from '../../core/history/valueTrail';
import { maskerOf } from '../../core/secrets/masker';
import type { Run } from '../../core/sending/run';
import type { RecordedOperation } from './recordedRun';

/** What of a run reaches the history, with what it was about. */
export function recordedEntry(
  run: Run,
  { provider, operation }: RecordedOperation,
  { trail, names }: { readonly trail: ValueTrail; readonly names: KnownNames },
): HistoryEntry {
  const entry = historyEntry(run, operation, trail);
  const nextSteps = run.outcome.kind === 'replied' ? run.outcome.reading.nextSteps : [];
  const subject = subjectOf(entry, { provider, names, nextSteps, recipient: run.origin.recipient });
  if (subject === undefined) return entry;
  const { document, title } = subject;
  if (document !== undefined && title !== undefined) names.learn(entry, [{ id: document, title }]);
  return { ...entry, subject: maskerOf(run.secrets, operation).value(subject) };
}
