import { validateRequest } from '../forms/validateRequest';
import type { Problem } from '../problem';
import type { RequestValues } from '../provider';
import { referencesIn } from '../requests/references';
import type { RequestFile } from '../requests/requestFile';
import { dispatch } from './call';
import type { SendPorts } from './ports';
import type { Target } from './prepare';
import type { Run } from './run';

export interface SendOperationOptions {
  readonly signal?: AbortSignal;
  /** What is known about the document, for the rules that need it. */
  readonly facts?: unknown;
}

/**
 * The one way a request is sent: checks it, resolves its references, authorizes, sends, and reads the reply.
 * Nothing leaves when a check finds an error.
 */
export async function sendOperation(
  ports: SendPorts,
  target: Target,
  request: RequestFile,
  options: SendOperationOptions = {},
): Promise<Run> {
  const { operation, connection } = target;
  const sentAt = ports.now();
  const check = (values: RequestValues, references: 'accepted' | 'refused'): RequestValues | Problem => {
    const { values: coerced, issues } = validateRequest(operation, values, options.facts, { references });
    return issues.some(({ severity }) => severity === 'error') ? { kind: 'invalidRequest', issues } : coerced;
  };
  const values = sectionsOf(request);
  const refersToAnything = referencesIn(values).length > 0;
  const unresolved = check(values, refersToAnything ? 'accepted' : 'refused');
  const dispatched =
    'kind' in unresolved
      ? { sent: undefined, outcome: { kind: 'failed' as const, problem: unresolved }, secrets: [] }
      : await dispatch(ports, target, values, {
          signal: options.signal,
          // Without references the first check has seen the final values.
          check: (resolved) => (refersToAnything ? check(resolved, 'refused') : unresolved),
        });
  return {
    id: ports.newId(),
    sentAt,
    request,
    provider: target.provider.id,
    environment: connection.environmentTitle,
    baseUrl: connection.baseUrl,
    ...dispatched,
  };
}

function sectionsOf({ path, query, body }: RequestFile): RequestValues {
  return {
    ...(path !== undefined && { path }),
    ...(query !== undefined && { query }),
    ...(body !== undefined && { body }),
  };
}
