import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { registerCommand } from '../shell/runCommand';
import { type TreeTarget, targetOf } from '../shell/treeTarget';
import type { DocumentServices } from './documentServices';
import { pickCollection, pickDocument } from './pickDocument';

/** Documents of collections that an API cannot list. */
export function registerPins(services: DocumentServices): void {
  registerCommand(services, 'esign.pinDocument', (node) => pin(services, targetOf(node)));
  registerCommand(services, 'esign.unpinDocument', (node) => unpin(services, targetOf(node)));
}

async function pin(services: DocumentServices, known: TreeTarget | undefined): Promise<void> {
  const picked = await pickCollection(services, known, ({ list }) => list === undefined);
  if (picked === undefined) return;
  const { target, collection } = picked;
  const id = await vscode.window.showInputBox({
    title: t('Pin a {0}', collection.noun),
    prompt: collection.unlisted ?? '',
    placeHolder: t('Id of the {0}', collection.noun),
    validateInput: (text) => (text.trim() === '' ? t('An id is needed.') : undefined),
  });
  if (id !== undefined) await services.connections.pin(target, id.trim());
}

async function unpin(services: DocumentServices, known: TreeTarget | undefined): Promise<void> {
  const target = await pickDocument(services, known);
  if (target !== undefined) await services.connections.unpin(target, target.document);
}
