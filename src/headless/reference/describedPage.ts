import type { Provider } from '../../core/provider';
import { environmentName } from '../environmentName';
import { referencePage } from './referencePage';

/** The page of a provider for whoever works at a command line. */
export function describedPage(provider: Provider): string {
  return referencePage(provider, { variableOf: environmentName });
}
