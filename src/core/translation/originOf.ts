import type { RequestOrigin } from '../../protocol/pages/formState';
import { titlesOf } from '../forms/titlesOf';
import type { RequestValues } from '../operation';
import { maskerOf } from '../secrets/masker';
import { secretsOfRequest } from '../secrets/secretValues';
import { sortSecrets } from '../secrets/sortSecrets';
import type { TranslatedRequest } from './translateRequest';

/** What is said above a request of the one that it was made of, which is not there to be asked. Holds no secret of it. */
export function requestOriginOf({ from, report }: TranslatedRequest, given: RequestValues): RequestOrigin {
  const titleOf = titlesOf(from.provider, from.operation);
  const origin: RequestOrigin = {
    title: `${from.operation.title} (${from.provider.title})`,
    needed: report.needed.map(({ to, why }) => ({ pointer: to, why })),
    leftOut: report.leftOut.map(({ from: pointer, why }) => ({ title: titleOf(pointer), why })),
    filled: report.filled.map(({ to, why }) => ({ pointer: to, why })),
    mapped: report.mapped.map(({ from: pointer, to, note }) => ({
      title: titleOf(pointer),
      pointer: to,
      ...(note !== undefined && { note }),
    })),
  };
  return maskerOf(sortSecrets(secretsOfRequest(from.operation, given)), from.operation).value(origin);
}
