import { emulatorConnectionId } from '../../core/connections/connection';
import { DocumentSource } from '../documents/resources';
import { commandIds } from '../shell/contributions/commandIds';
import { contextKeys } from '../shell/ids';
import { executeCommand, setContextKey } from '../shell/runCommand';
import { type EmulatorChange, EmulatorFollower, isSigned } from './emulatorFollower';
import { registerLinks } from './links/registerLinks';
import type { LiveServices } from './liveServices';
import { registerSigning } from './signing/registerSigning';
import { registerWatching } from './watching/registerWatching';
import { registerWays } from './ways/registerWays';

/** What follows by itself when somebody signs. */
export function registerLive(services: LiveServices): EmulatorFollower {
  const follower = new EmulatorFollower(services);
  const { context, log, sender } = services;
  context.subscriptions.push(
    follower,
    sender.onDidSend(({ outcome }) => {
      if (outcome.kind === 'replied') void setContextKey(contextKeys.requestSent, true);
    }),
    follower.onDidChange((change) => {
      showChange(services, change).catch((error: unknown) => log.error('A change could not be shown.', error));
    }),
  );
  registerSigning(services, follower);
  registerLinks(services);
  registerWays(services);
  registerWatching(services);
  return follower;
}

/** The tree and the reply show it, then it is said. */
async function showChange(services: LiveServices, { provider, changes }: EmulatorChange): Promise<void> {
  if (changes.some(isSigned)) await setContextKey(contextKeys.documentSigned, true);
  await executeCommand(commandIds.refresh, { target: { provider, connection: emulatorConnectionId } });
  const source = new DocumentSource(services);
  for (const { document } of changes) {
    const { collection, id } = document;
    const target = { provider, connection: emulatorConnectionId, collection, document: id };
    await services.replies.follow(await source.document(target));
  }
  const { announceChange } = await import('./announceChange');
  await Promise.all(changes.map((change) => announceChange(services, provider, change)));
}
