import type { RequestValues } from '../operation';
import { pick } from '../typing/keysOf';

/** The sections that there are, without what else stands beside them. */
export function valuesOf(request: RequestValues): RequestValues {
  return pick(request, ['path', 'query', 'body']);
}
