import type { Token } from '../../../core/auth';
import type { Connection } from '../../../core/connections/connection';
import type { Provider } from '../../../core/provider';
import type { Connections } from '../../connections/connections';
import type { Emulators } from '../../emulator/emulators';
import type { TreeTarget } from '../../shell/treeTarget';
import type { DocumentSource } from '../resources';
import type { TreeNode } from './treeNode';

/** What nodes need to read what is below them. */
export interface TreeContext {
  /** Loads it: what is listed of a provider does without. */
  provider(id: string): Promise<Provider | undefined>;
  readonly resources: DocumentSource;
  readonly connections: Connections;
  readonly emulators: Emulators;
  /** That calls on a connection would be sent with. */
  token(connection: Connection): Token | undefined;
  /** To assistants. */
  isOpened(connection: Connection): boolean;
  /** How much of its limits a connection has used, in words; empty where nothing is limited or used. */
  callsOf(connection: Connection): string;
  /** How often the emulator was stopped: what was open below it is closed then, lest reading it starts it again. */
  emulatorStops(): number;
  /** Draws the node again, and what it has loaded. */
  repaint(node: TreeNode): void;
  errorNodes(target: TreeTarget, parent: TreeNode, error: unknown): readonly TreeNode[];
}
