import * as vscode from 'vscode';
import type { Connection } from '../../core/connections/connection';
import type { Collection, DocumentDetail } from '../../core/documents';
import type { Provider } from '../../core/provider';
import type { Services } from '../services';
import { executeCommand } from '../shell/runCommand';
import type { PickItem } from '../shell/steps';
import type { TreeTarget } from '../shell/target';
import { type CollectionTarget, DocumentSource, type DocumentTarget } from './resources';

/*
 * What a command of the tree is about, asked for as far as the node does not say it. Where there is only one
 * answer, nobody is asked. Undefined means that the user gave up.
 */

export async function pickProvider(services: Services, known?: TreeTarget): Promise<Provider | undefined> {
  if (known !== undefined) return services.registry.provider(known.provider);
  const items = services.registry.all().then((providers) =>
    providers.map((provider) => ({
      label: provider.title,
      ...(provider.notice !== undefined && { description: provider.notice }),
      value: provider,
    })),
  );
  return pickOne('Provider', items);
}

export interface ConnectionQuestion {
  readonly isOffered?: (connection: Connection) => boolean;
  readonly ask?: 'always' | 'whenNeeded';
}

export async function pickConnection(
  services: Services,
  known?: TreeTarget,
  { isOffered = () => true, ask }: ConnectionQuestion = {},
): Promise<{ readonly provider: Provider; readonly connection: Connection } | undefined> {
  const provider = await pickProvider(services, known);
  if (provider === undefined) return undefined;
  const connections = (await services.connections.list(provider)).filter(isOffered);
  if (connections.length === 0) return offerToAdd(provider);
  const named = connections.find(({ id }) => id === known?.connection);
  const items = connections.map((connection) => ({
    label: connection.title,
    description: connection.environmentTitle === connection.title ? '' : connection.environmentTitle,
    value: connection,
  }));
  const connection = named ?? (await pickOne(`Connection of ${provider.title}`, items, ask));
  return connection && { provider, connection };
}

export async function pickCollection(
  services: Services,
  known?: TreeTarget,
  isOffered: (collection: Collection) => boolean = () => true,
): Promise<{ readonly target: CollectionTarget; readonly collection: Collection } | undefined> {
  const picked = await pickConnection(services, known);
  if (picked === undefined) return undefined;
  const { provider, connection } = picked;
  const collections = provider.resources.collections.filter(isOffered);
  const items = collections.map((collection) => ({ label: collection.title, value: collection }));
  const named = collections.find(({ id }) => id === known?.collection);
  const collection = named ?? (await pickOne(`Documents of ${provider.title}`, items));
  const target = { provider: provider.id, connection: connection.id };
  return collection && { target: { ...target, collection: collection.id }, collection };
}

export async function pickDocument(services: Services, known?: TreeTarget): Promise<DocumentTarget | undefined> {
  if (isDocument(known)) return known;
  const picked = await pickCollection(services, known);
  if (picked === undefined) return undefined;
  const { target, collection } = picked;
  const { items, next } = await new DocumentSource(services).page(target);
  if (items.length === 0) {
    const pin = collection.list === undefined ? ' Pin one by its id first.' : '';
    void vscode.window.showInformationMessage(`There are no ${collection.title.toLowerCase()} here.${pin}`);
    return undefined;
  }
  const choices = items.map(({ id, title, status }) => ({
    label: title,
    description: status?.text ?? '',
    detail: id,
    value: id,
  }));
  const more = next === undefined ? '' : ', the newest page of them';
  const document = await pickOne(`Which ${collection.noun}${more}?`, choices, 'always');
  return document === undefined ? undefined : { ...target, document };
}

export async function pickRecipient(
  services: Services,
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
  const recipient = known?.recipient ?? (await pickOne(`Recipient of "${detail.title}"`, choices, 'always'));
  return recipient === undefined ? undefined : { target, detail, recipient };
}

/** The only item without asking, unless it should be seen before something is done with it. */
export async function pickOne<Value>(
  placeHolder: string,
  items: readonly PickItem<Value>[] | Promise<readonly PickItem<Value>[]>,
  ask: 'always' | 'whenNeeded' | undefined = 'whenNeeded',
): Promise<Value | undefined> {
  const choices = await items;
  if (ask === 'whenNeeded' && choices.length === 1) return choices[0]?.value;
  const choice = await vscode.window.showQuickPick(choices, {
    placeHolder,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return choice?.value;
}

async function offerToAdd(provider: Provider): Promise<undefined> {
  const text = `${provider.title} has no connection besides the emulator yet.`;
  const answer = await vscode.window.showInformationMessage(text, 'Add Connection…');
  if (answer !== undefined) await executeCommand('esign.addConnection', provider.id);
  return undefined;
}

function isDocument(target: TreeTarget | undefined): target is DocumentTarget {
  return target?.connection !== undefined && target.collection !== undefined && target.document !== undefined;
}
