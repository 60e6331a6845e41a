import { commandIds } from '../shell/contributions/commandIds';
import { registerCommand } from '../shell/runCommand';
import { targetOf } from '../shell/treeTarget';
import type { DocumentServices } from './documentServices';
import { registerPins } from './pins';
import { registerRecipients } from './recipients';
import { testConnection } from './testConnection';
import { registerProvidersTree } from './tree/providersTree';

/** The tree of what the APIs hold, and what can be done with it. */
export function registerDocuments(services: DocumentServices): void {
  registerProvidersTree(services);
  registerPins(services);
  registerRecipients(services);
  registerCommand(services, commandIds.testConnection, (node) => testConnection(services, targetOf(node)));
}
