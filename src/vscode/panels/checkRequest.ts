import { type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Connection } from '../../core/connections/connection';
import { explainPredictions } from '../../core/forms/predictions';
import { validateRequest } from '../../core/forms/validateRequest';
import type { Operation, Provider } from '../../core/provider';
import { parseRequestFile, type RequestFile } from '../../core/requests/requestFile';
import type { Issue } from '../../protocol/form';
import type { Services } from '../services';

/** What the text of a request file is. */
export type CheckedRequest =
  | { readonly kind: 'unreadable'; readonly detail: string; readonly line: number | undefined }
  | { readonly kind: 'unknownOperation'; readonly operation: string; readonly meant: readonly string[] }
  | {
      readonly kind: 'checked';
      readonly request: RequestFile;
      readonly provider: Provider;
      readonly operation: Operation;
      readonly connections: readonly Connection[];
      readonly issues: readonly Issue[];
    };

export const unknownConnectionCode = 'unknown_connection';

export async function checkRequest(
  { registry, connections }: Pick<Services, 'registry' | 'connections'>,
  text: string,
  facts: unknown,
): Promise<CheckedRequest> {
  const parsed = parseRequestFile(text);
  if (parsed.kind === 'unreadable') return { kind: 'unreadable', ...syntaxError(text, parsed.detail) };
  const { request } = parsed;
  const found = await registry.operation(request.operation);
  if (found === undefined) {
    const meant = await registry.nearestOperations(request.operation);
    return { kind: 'unknownOperation', operation: request.operation, meant };
  }
  const known = await connections.list(found.provider);
  const { issues } = validateRequest(found.operation, request, facts, { siblings: found.provider });
  return {
    kind: 'checked',
    request,
    ...found,
    connections: known,
    issues: [...explainPredictions(found.provider, issues), ...connectionIssues(request, known)],
  };
}

function connectionIssues({ connection }: RequestFile, known: readonly Connection[]): readonly Issue[] {
  if (known.some(({ id }) => id === connection)) return [];
  const message = `There is no connection "${connection}". Choose one of: ${known.map(({ id }) => id).join(', ')}.`;
  return [{ pointer: '/connection', code: unknownConnectionCode, message, severity: 'error' }];
}

/** The parser that knows positions says where; JSON.parse's own text differs between engines. */
function syntaxError(text: string, detail: string): { detail: string; line: number | undefined } {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true });
  const [first] = errors;
  if (first === undefined) return { detail, line: undefined };
  const words = printParseErrorCode(first.error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return { detail: `${words}.`, line: text.slice(0, first.offset).split('\n').length };
}
