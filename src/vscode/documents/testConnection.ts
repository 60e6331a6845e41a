import { t } from '@vscode/l10n';
import type { Connection } from '../../core/connections/connection';
import type { Provider } from '../../core/provider';
import { nounWithin } from '../../protocol/words/nounWithin';
import { pickConnection } from '../shell/asking/pickConnection';
import { isUnusableToken, ProblemError } from '../shell/explainError';
import { showInfo, showProgress } from '../shell/notices';
import type { TreeTarget } from '../shell/treeTarget';
import type { DocumentServices } from './documentServices';
import { DocumentSource } from './resources';

/** Fetches a token and makes the cheapest call there is. A failure is the caller's, with its explanation. */
export async function testConnection(services: DocumentServices, known: TreeTarget | undefined): Promise<void> {
  const picked = await pickConnection(services, known);
  if (picked !== undefined) await showConnectionTest(services, picked.provider, picked.connection);
}

async function showConnectionTest(
  services: DocumentServices,
  provider: Provider,
  connection: Connection,
): Promise<void> {
  const title = t('Testing "{0}"…', connection.title);
  void showInfo(await showProgress({ title }, () => tryConnection(services, provider, connection)));
}

/** What shows that it works. */
async function tryConnection(
  services: DocumentServices,
  provider: Provider,
  { id, title }: Connection,
): Promise<string> {
  const target = { provider: provider.id, connection: id };
  const resources = new DocumentSource(services);
  const collection = provider.resources.collections.find(({ list }) => list !== undefined);
  if (collection !== undefined) {
    const { items, next } = await resources.page({ ...target, collection: collection.id });
    const documents = nounWithin(collection.title);
    return next === undefined
      ? t('"{0}" works: {1} {2} found.', title, items.length, documents)
      : t('"{0}" works: {1} {2} on the first page.', title, items.length, documents);
  }
  return tryToken(services, provider, await resources.connection(target));
}

/** Of an API that lists nothing, the token is all there is to try. */
async function tryToken(services: DocumentServices, provider: Provider, connection: Connection): Promise<string> {
  const target = { provider: provider.id, connection: connection.id };
  const outcome = await services.credentials.read(connection);
  if (outcome.kind === 'missing') {
    const problem = {
      kind: 'missingCredentials',
      provider: provider.title,
      connection: connection.title,
      names: outcome.names,
    } as const;
    throw new ProblemError(problem, target);
  }
  if (outcome.kind === 'unconfirmed') {
    throw new ProblemError({ kind: 'unconfirmedOrigin', connection: connection.title, origin: outcome.origin }, target);
  }
  const { auth } = provider;
  if (auth.acquire === undefined) {
    return t('"{0}" works: credentials are stored, and this API has no call that would try them.', connection.title);
  }
  try {
    await auth.acquire(outcome.credentials, services.sender.call(provider, connection), Date.now());
  } catch (error: unknown) {
    if (!isUnusableToken(error)) throw error;
    throw new ProblemError({ kind: 'unusableToken', provider: provider.id, detail: error.message }, target);
  }
  return t('"{0}" works: a token came back.', connection.title);
}
