import { t } from '@vscode/l10n';
import type { Connection } from '../../../core/connections/connection';
import { explainPredictions } from '../../../core/forms/checks/predictions';
import { validateRequest } from '../../../core/forms/checks/validateRequest';
import { nearest } from '../../../core/forms/wording/nearest';
import type { Operation } from '../../../core/operation';
import type { Provider } from '../../../core/provider';
import { unknownVariables } from '../../../core/requests/references/unknownVariables';
import { parseRequestFile, type RequestFile, type UnreadableRequest } from '../../../core/requests/requestFile';
import { valuesOf } from '../../../core/requests/valuesOf';
import { withForeignBody } from '../../../core/translation/foreignBody';
import { giveWay } from '../../../node/giveWay';
import type { Issue } from '../../../protocol/form';
import type { RequestServices } from '../requestServices';

/** What the text of a request file is. */
export type CheckedRequest =
  | UnreadableRequest
  | { readonly kind: 'unknownOperation'; readonly operation: string; readonly meant: readonly string[] }
  | {
      readonly kind: 'checked';
      readonly request: RequestFile;
      readonly provider: Provider;
      readonly operation: Operation;
      readonly connections: readonly Connection[];
      readonly issues: readonly Issue[];
    };

export interface CheckingServices extends Pick<RequestServices, 'registry'> {
  readonly connections: Pick<RequestServices['connections'], 'list'>;
}

export const unknownConnectionCode = 'unknown_connection';

export async function checkRequest(
  { registry, connections }: CheckingServices,
  text: string,
  facts: unknown,
): Promise<CheckedRequest> {
  const parsed = parseRequestFile(text);
  if (parsed.kind === 'unreadable') return parsed;
  // A large text takes its time: others get their turn after each step.
  await giveWay();
  const { request } = parsed;
  const found = await registry.operation(request.operation);
  if (found === undefined) {
    const meant = await registry.nearestOperations(request.operation);
    return { kind: 'unknownOperation', operation: request.operation, meant };
  }
  const known = await connections.list(found.provider);
  const { issues } = validateRequest(found.operation, request, facts, {
    siblings: found.provider,
    written: request.written,
  });
  await giveWay();
  const told = explainPredictions(found.provider, await withForeignBody(registry, found, request, issues));
  await giveWay();
  return {
    kind: 'checked',
    request,
    ...found,
    connections: known,
    issues: [...parsed.issues, ...told, ...connectionIssues(found.operation, request, known)],
  };
}

function connectionIssues(operation: Operation, request: RequestFile, known: readonly Connection[]): readonly Issue[] {
  const { connection } = request;
  const chosen = known.find(({ id }) => id === connection);
  if (chosen !== undefined) return unknownVariables(operation, valuesOf(request), chosen.variables);
  const message = t(
    'There is no connection "{0}". Choose one of: {1}.',
    connection,
    known.map(({ id }) => id).join(', '),
  );
  const ids = known.map(({ id }) => id);
  const meant = nearest(connection, ids) ?? (ids.length === 1 ? ids[0] : undefined);
  const pointer = '/connection';
  return [
    {
      pointer,
      code: unknownConnectionCode,
      message,
      severity: 'error',
      ...(meant !== undefined && {
        mend: { title: t('Write "{0}"', meant), edits: [{ kind: 'set', pointer, value: meant }] },
      }),
    },
  ];
}
