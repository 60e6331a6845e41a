import * as vscode from 'vscode';
import { emulatorConnectionId } from '../../core/connections/connection';
import { type ConnectionQuestion, pickConnection } from '../documents/pickTarget';
import type { Services } from '../services';
import { registerCommand } from '../shell/runCommand';
import { type TreeTarget, targetOf } from '../shell/target';
import { addConnection } from './addConnection';
import { showConnectionTest } from './connectionTest';
import { editConnection } from './editConnection';

export function registerConnections(services: Services): void {
  registerCommand(services, 'esign.addConnection', (of) =>
    addConnection(services, typeof of === 'string' ? of : targetOf(of)?.provider),
  );
  registerCommand(services, 'esign.editConnection', (node) => editConnection(services, targetOf(node)));
  registerCommand(services, 'esign.removeConnection', (node) => removeConnection(services, targetOf(node)));
  registerCommand(services, 'esign.enterCredentials', (node) => enterCredentials(services, targetOf(node)));
  registerCommand(services, 'esign.forgetCredentials', (node) => forgetCredentials(services, targetOf(node)));
  registerCommand(services, 'esign.testConnection', (node) => testConnection(services, targetOf(node)));
}

/** Shown even when it is the only one: what follows cannot be taken back. */
const configured: ConnectionQuestion = {
  isOffered: (connection) => connection.id !== emulatorConnectionId,
  ask: 'always',
};

async function removeConnection(services: Services, known: TreeTarget | undefined): Promise<void> {
  const target = await pickConfigured(services, known);
  if (target === undefined) return;
  const answer = await vscode.window.showWarningMessage(
    `Remove the connection "${target.connection}"?`,
    { modal: true, detail: 'Its credentials are forgotten. Requests that name it stay and can be given another one.' },
    'Remove',
  );
  if (answer === undefined) return;
  await services.credentials.forget(target.provider, target.connection);
  await services.connections.remove(target.provider, target.connection);
}

async function enterCredentials(services: Services, known: TreeTarget | undefined): Promise<void> {
  const picked = await pickConnection(services, known, configured);
  if (picked === undefined) return;
  const { provider, connection } = picked;
  const { kind } = await services.credentials.read(connection);
  // Credentials for another address may be offered; those that are there already are to be replaced.
  await (kind === 'unconfirmed'
    ? services.credentials.ask(provider, connection)
    : services.credentials.enter(provider, connection));
}

async function forgetCredentials(services: Services, known: TreeTarget | undefined): Promise<void> {
  const target = await pickConfigured(services, known);
  if (target === undefined) return;
  await services.credentials.forget(target.provider, target.connection);
  void vscode.window.showInformationMessage(`The credentials of "${target.connection}" are forgotten.`);
}

/** The node may be of a connection that cannot be used: removing it must be possible all the same. */
async function pickConfigured(
  services: Services,
  known: TreeTarget | undefined,
): Promise<{ readonly provider: string; readonly connection: string } | undefined> {
  if (known?.connection !== undefined) return { provider: known.provider, connection: known.connection };
  const picked = await pickConnection(services, known, configured);
  return picked && { provider: picked.provider.id, connection: picked.connection.id };
}

async function testConnection(services: Services, known: TreeTarget | undefined): Promise<void> {
  const picked = await pickConnection(services, known);
  if (picked !== undefined) await showConnectionTest(services, picked.provider, picked.connection);
}
