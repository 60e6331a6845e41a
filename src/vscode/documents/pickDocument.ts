import { t } from '@vscode/l10n';
import type { Collection, DocumentDetail } from '../../core/documents';
import { nounWithin } from '../../protocol/words/nounWithin';
import { pickConnection } from '../shell/asking/pickConnection';
import { pickOne } from '../shell/asking/pickOne';
import { showInfo } from '../shell/notices';
import type { TreeTarget } from '../shell/treeTarget';
import type { DocumentServices } from './documentServices';
import { type CollectionTarget, DocumentSource, type DocumentTarget } from './resources';

/*
 * What a command of the tree is about, asked for as far as the node does not say it. Where there is only one
 * answer, nobody is asked. Undefined means that the user gave up.
 */

export async function pickCollection(
  services: DocumentServices,
  known?: TreeTarget,
  isOffered: (collection: Collection) => boolean = () => true,
): Promise<{ readonly target: CollectionTarget; readonly collection: Collection } | undefined> {
  const picked = await pickConnection(services, known);
  if (picked === undefined) return undefined;
  const { provider, connection } = picked;
  const collections = provider.resources.collections.filter(isOffered);
  const items = collections.map((collection) => ({ label: collection.title, value: collection }));
  const named = collections.find(({ id }) => id === known?.collection);
  const collection = named ?? (await pickOne(t('Documents of {0}', provider.title), items));
  const target = { provider: provider.id, connection: connection.id };
  return collection && { target: { ...target, collection: collection.id }, collection };
}

export async function pickDocument(
  services: DocumentServices,
  known?: TreeTarget,
): Promise<DocumentTarget | undefined> {
  if (isDocument(known)) return known;
  const picked = await pickCollection(services, known);
  if (picked === undefined) return undefined;
  const { target, collection } = picked;
  const { items, next } = await new DocumentSource(services).page(target);
  if (items.length === 0) {
    const title = nounWithin(collection.title);
    void showInfo(
      collection.list === undefined
        ? t('There are no {0} here. Pin one by its id first.', title)
        : t('There are no {0} here.', title),
    );
    return undefined;
  }
  const choices = items.map(({ id, title, status }) => ({
    label: title,
    description: status?.text ?? '',
    detail: id,
    value: id,
  }));
  const noun = nounWithin(collection.noun);
  const question = next === undefined ? t('Which {0}?', noun) : t('Which {0}, the newest page of them?', noun);
  const document = await pickOne(question, choices, 'always');
  return document === undefined ? undefined : { ...target, document };
}

export async function pickRecipient(
  services: DocumentServices,
  known?: TreeTarget,
): Promise<
  { readonly target: DocumentTarget; readonly detail: DocumentDetail; readonly recipient: string } | undefined
> {
  const target = await pickDocument(services, known);
  if (target === undefined) return undefined;
  const detail = await new DocumentSource(services).document(target);
  const choices = detail.recipients.map(({ id, title, role, status }) => ({
    label: title,
    description: [role === title ? undefined : role, status?.text].filter((part) => part !== undefined).join(' · '),
    value: id,
  }));
  const recipient = known?.recipient ?? (await pickOne(t('Recipient of "{0}"', detail.title), choices, 'always'));
  return recipient === undefined ? undefined : { target, detail, recipient };
}

function isDocument(target: TreeTarget | undefined): target is DocumentTarget {
  return target?.connection !== undefined && target.collection !== undefined && target.document !== undefined;
}
