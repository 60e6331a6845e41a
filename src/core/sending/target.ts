import type { Connection } from '../connections/connection';
import type { Operation } from '../operation';
import type { Provider } from '../provider';

/** What is sent, and where it goes. */
export interface Target {
  readonly provider: Provider;
  readonly operation: Operation;
  readonly connection: Connection;
}
