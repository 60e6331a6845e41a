import type { ProviderRegistry } from '../core/registry';
import type { EnvironmentVariables } from './environmentName';

/** What the use cases without an editor see of where they run. */
export interface Workplace {
  readonly registry: ProviderRegistry;
  readonly env: EnvironmentVariables;
  /** Files are named from here. */
  readonly cwd: string;
  /** All that the `.env` file says, also what is none of our environment. */
  readonly fileVariables?: Readonly<Record<string, string>>;
}
