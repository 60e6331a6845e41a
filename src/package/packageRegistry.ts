import { ProviderRegistry } from '../core/registry';
import { providers } from '../providers/index';

/** One for all that is done in a process: each provider is loaded once. */
export const packageRegistry = new ProviderRegistry(providers);
