import { t } from '@vscode/l10n';
import { nounWithin } from '../../protocol/words/nounWithin';
import { commandIds } from '../shell/contributions/commandIds';
import { registerCommand } from '../shell/runCommand';
import { type TreeTarget, targetOf } from '../shell/treeTarget';
import type { DocumentServices } from './documentServices';
import { pickCollection, pickDocument } from './pickDocument';
import { DocumentSource } from './resources';

/** Documents of collections that an API cannot list. */
export function registerPins(services: DocumentServices): void {
  registerCommand(services, commandIds.pinDocument, (node) => pin(services, targetOf(node)));
  registerCommand(services, commandIds.unpinDocument, (node) => unpin(services, targetOf(node)));
}

async function pin(services: DocumentServices, known: TreeTarget | undefined): Promise<void> {
  const picked = await pickCollection(services, known, ({ list }) => list === undefined);
  if (picked === undefined) return;
  const { target, collection } = picked;
  // Judging an id takes the schemas, which nothing of the activation loads.
  const [{ askDocumentId }, provider] = await Promise.all([
    import('./askDocumentId'),
    new DocumentSource(services).provider(target),
  ]);
  const id = await askDocumentId({
    provider,
    collection,
    title: t('Pin a {0}', nounWithin(collection.noun)),
    prompt: collection.unlisted ?? '',
  });
  if (id !== undefined) await services.connections.pin(target, id);
}

async function unpin(services: DocumentServices, known: TreeTarget | undefined): Promise<void> {
  const target = await pickDocument(services, known);
  if (target !== undefined) await services.connections.unpin(target, target.document);
}
