import * as vscode from 'vscode';
import { type Connection, emulatorConnectionId } from '../../core/connections/connection';
import type { DocumentServices } from './documentServices';

/** Opening a file must neither start a server nor ask for credentials, nor send any for an untrusted folder. */
export async function usableConnection(
  { emulators, credentials }: Pick<DocumentServices, 'emulators' | 'credentials'>,
  connections: readonly Connection[],
  wanted: string,
): Promise<Connection | undefined> {
  const connection = connections.find(({ id }) => id === wanted);
  if (connection === undefined) return undefined;
  if (connection.id === emulatorConnectionId) return emulators.running ? connection : undefined;
  if (!vscode.workspace.isTrusted) return undefined;
  return (await credentials.read(connection)).kind === 'found' ? connection : undefined;
}
