import type { Provider } from '../provider';
import type { Run } from '../sending/run';
import { type Masker, maskerOf } from './masker';

/** Masks whatever is shown of a run. */
export function runMasker({ request, secrets }: Run, provider: Provider | undefined): Masker {
  return maskerOf(
    secrets,
    provider?.operations.find(({ id }) => id === request.operation),
  );
}
