import { t } from '@vscode/l10n';
import type { Connection } from '../../../core/connections/connection';
import type { HistoryEntry } from '../../../core/history/entry';
import { withOtherIds } from '../../../core/history/otherIds';
import { runOriginOf } from '../../../core/replies/restoreRun';
import { askOtherIds } from '../../documents/otherIds';
import { isEmulatorAct, tellOnlyInScenario } from '../../sending/recordedRun';
import { fillRecorded } from '../../sending/replayRequest';
import { pickConnection } from '../../shell/asking/pickConnection';
import { showInfo } from '../../shell/notices';
import type { HistoryServices } from '../historyServices';

/** Sends what a run sent on another connection, with that one's ids: each is asked for once. */
export async function replayElsewhere(services: HistoryServices, entry: HistoryEntry): Promise<void> {
  if (isEmulatorAct(entry.operation)) return tellOnlyInScenario();
  const found = await services.registry.operation(entry.operation);
  if (found === undefined) {
    await showInfo(t('No operation of this version is called like that of the run.'));
    return;
  }
  const known = { provider: entry.provider };
  const isOffered = ({ id }: Connection) => id !== entry.connection;
  const picked = await pickConnection(services, known, { isOffered, ask: 'always' });
  if (picked === undefined) return;
  const ids = await askOtherIds(services, {
    ...found,
    request: entry.request,
    from: entry,
    connection: picked.connection,
    title: t('Replay on {0}', picked.connection.title),
    asker: 'run',
    titleOf: (document) => (entry.subject?.document === document ? entry.subject.title : undefined),
  });
  const request = ids && (await fillRecorded(services, withOtherIds(entry.request, picked.connection.id, ids)));
  if (request === undefined) return;
  // Where it goes was chosen just now: that it went elsewhere before is no news.
  await services.sender.send(request, { ...runOriginOf(entry), cause: 'replay' });
}
