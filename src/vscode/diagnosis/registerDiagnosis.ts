import { t } from '@vscode/l10n';
import type { Connection } from '../../core/connections/connection';
import { type Diagnosis, type DiagnosisProgress, stepTitle } from '../../core/diagnosis/diagnosis';
import type { Problem } from '../../core/problems/problem';
import type { Provider } from '../../core/provider';
import type { CredentialServices } from '../credentials/credentialServices';
import type { SendingServices } from '../sending/sender';
import { pickConnection } from '../shell/asking/pickConnection';
import { commandIds } from '../shell/contributions/commandIds';
import { isProblem, ProblemError } from '../shell/explainError';
import { showProgress } from '../shell/notices';
import { registerCommand } from '../shell/runCommand';
import { type TreeTarget, targetOf } from '../shell/treeTarget';
import { DiagnosisDocuments } from './diagnosisDocuments';

export interface DiagnosisServices extends SendingServices, CredentialServices {
  readonly connections: CredentialServices['connections'] & {
    find(provider: Provider, id: string): Promise<Connection | Problem>;
  };
}

/** Says why a connection does not work. */
export function registerDiagnosis(services: DiagnosisServices): void {
  const documents = new DiagnosisDocuments(services.context);
  services.context.subscriptions.push(documents);
  registerCommand(services, commandIds.diagnoseConnection, async (node) => {
    const diagnosis = await diagnosePicked(services, targetOf(node));
    if (diagnosis !== undefined) await documents.show(diagnosis);
  });
}

async function diagnosePicked(
  services: DiagnosisServices,
  known: TreeTarget | undefined,
): Promise<Diagnosis | undefined> {
  const picked = await pickConnection(services, known);
  if (picked === undefined) return undefined;
  const { provider } = picked;
  // Only now: it may start the emulator.
  const connection = await services.connections.find(provider, picked.connection.id);
  if (isProblem(connection)) {
    throw new ProblemError(connection, { provider: provider.id, connection: picked.connection.id });
  }
  const ports = await services.sender.diagnosisPorts();
  const { diagnose } = await import('../../core/diagnosis/diagnose');
  const title = t('Diagnosing "{0}"…', connection.title);
  return showProgress({ title, cancellable: true }, (token, tell) => {
    const controller = new AbortController();
    token.onCancellationRequested(() => controller.abort());
    const onProgress = ({ running }: DiagnosisProgress) => tell(stepTitle(running));
    return diagnose({ provider, connection }, { ...ports, onProgress }, controller.signal);
  });
}
