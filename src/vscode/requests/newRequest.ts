import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Operation, PreparedRequest } from '../../core/operation';
import type { Provider } from '../../core/provider';
import type { RequestFile } from '../../core/requests/requestFile';
import type { JsonObject } from '../../protocol/json';
import { DocumentSource } from '../documents/resources';
import { showPick } from '../shell/asking/boxes';
import { pickConnection } from '../shell/asking/pickConnection';
import { commandIds } from '../shell/contributions/commandIds';
import { executeCommand } from '../shell/runCommand';
import type { TreeTarget } from '../shell/treeTarget';
import { recentOperations } from './recentOperations';
import type { RequestServices } from './requestServices';

interface Choice {
  readonly provider: Provider;
  readonly operation: Operation;
  /** Filled in from the document the request starts at. */
  readonly prepared?: PreparedRequest;
}

/** Leads to a call and a connection, and opens a request that is as full as the document it starts at allows. */
export async function newRequest(services: RequestServices, target: TreeTarget | undefined): Promise<void> {
  const actions = await actionsAt(services, target);
  const choice = await pickOperation(services, target, actions);
  if (choice === undefined) return;
  const from = {
    provider: choice.provider.id,
    ...(target?.connection !== undefined && { connection: target.connection }),
  };
  const picked = await pickConnection(services, from);
  if (picked === undefined) return;
  await executeCommand(commandIds.openRequest, await requestOf(choice, picked.connection.id, actions));
}

/** What can be done with the document, to start from its values. */
async function actionsAt(
  services: RequestServices,
  target: TreeTarget | undefined,
): Promise<readonly PreparedRequest[]> {
  if (target?.connection === undefined || target.collection === undefined || target.document === undefined) return [];
  const { connection, collection, document, recipient } = target;
  const detail = await new DocumentSource(services).document({ ...target, connection, collection, document });
  const recipients = detail.recipients.filter(({ id }) => id === recipient);
  return [...recipients.flatMap(({ actions }) => actions), ...detail.actions];
}

async function pickOperation(
  services: RequestServices,
  target: TreeTarget | undefined,
  actions: readonly PreparedRequest[],
): Promise<Choice | undefined> {
  const provider = target && (await services.registry.provider(target.provider));
  const providers = provider === undefined ? await services.registry.all() : [provider];
  const items = [
    ...providers.flatMap((one) => preparedItems(one, actions)),
    ...group(t('Recently used'), recentItems(services, providers, target)),
    ...providers.flatMap((one) => callItems(one, target, providers.length > 1)),
  ];
  const picked = await showPick(items, {
    title: t('New Request'),
    placeHolder: t('What should the request do? Type a call, an API or words of either'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.choice;
}

interface Item extends vscode.QuickPickItem {
  readonly choice?: Choice;
}

function preparedItems(provider: Provider, actions: readonly PreparedRequest[]): readonly Item[] {
  const items = actions.flatMap((action) => {
    const operation = provider.operations.find(({ id }) => id === action.operation);
    return operation === undefined ? [] : [preparedItem(provider, operation, action)];
  });
  return group(t('For this document'), items);
}

/** At a document, what was used elsewhere stands in the way of what can be done with it. */
function recentItems(
  { context }: RequestServices,
  providers: readonly Provider[],
  target: TreeTarget | undefined,
): readonly Item[] {
  if (target?.collection !== undefined) return [];
  return recentOperations(context).flatMap((id) =>
    providers.flatMap((provider) =>
      provider.operations.filter((one) => one.id === id).map((one) => plainItem(provider, one, providers.length > 1)),
    ),
  );
}

function callItems(provider: Provider, target: TreeTarget | undefined, named: boolean): readonly Item[] {
  const collections = provider.resources.collections.filter(
    ({ id }) => target?.collection === undefined || id === target.collection,
  );
  const create = new Set(collections.flatMap((collection) => collection.create));
  const prefix = named ? `${provider.title}: ` : '';
  const itemsOf = (operations: readonly Operation[]) => operations.map((one) => plainItem(provider, one, named));
  return [
    ...group(`${prefix}${t('Create')}`, itemsOf(provider.operations.filter(({ id }) => create.has(id)))),
    ...group(
      `${prefix}${create.size > 0 ? t('Other calls') : t('Calls')}`,
      itemsOf(provider.operations.filter(({ id }) => !create.has(id))),
    ),
  ];
}

function group(label: string, items: readonly Item[]): readonly Item[] {
  return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}

function preparedItem(provider: Provider, operation: Operation, prepared: PreparedRequest): Item {
  const description = prepared.blocked === undefined ? (prepared.subject ?? '') : t('not now: {0}', prepared.blocked);
  return { label: prepared.title, description, choice: { provider, operation, prepared } };
}

/** What is typed is looked for in all of it: separators are not searched. */
function plainItem(provider: Provider, operation: Operation, named: boolean): Item {
  const { title, method, path, summary } = operation;
  const call = `${method} ${path}`;
  return {
    label: title,
    description: named ? `${provider.title} · ${call}` : call,
    detail: summary,
    choice: { provider, operation },
  };
}

async function requestOf(
  { operation, prepared }: Choice,
  connection: string,
  actions: readonly PreparedRequest[],
): Promise<RequestFile> {
  const { initialValues } = await import('../../core/forms/initialValues');
  const initial = initialValues(operation);
  const path = pathOf(operation, initial.path, prepared, actions);
  const query = prepared?.query ?? initial.query;
  const body = prepared?.body ?? initial.body;
  return {
    operation: operation.id,
    connection,
    ...(path !== undefined && { path }),
    ...(query !== undefined && { query }),
    ...(body !== undefined && { body }),
  };
}

/** The document's own actions know its ids by the names that paths use. */
function pathOf(
  operation: Operation,
  initial: JsonObject | undefined,
  prepared: PreparedRequest | undefined,
  actions: readonly PreparedRequest[],
): JsonObject | undefined {
  if (operation.request.path === undefined) return undefined;
  const known = Object.fromEntries(actions.toReversed().flatMap((action) => Object.entries(action.path ?? {})));
  const wanted = Object.keys(operation.request.path.shape);
  const filled = Object.fromEntries(wanted.flatMap((name) => (known[name] === undefined ? [] : [[name, known[name]]])));
  return { ...initial, ...filled, ...prepared?.path };
}
