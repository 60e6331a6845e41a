import { t } from '@vscode/l10n';
import type { Issue } from '../../protocol/form';
import { isWithin } from '../../protocol/pointer';
import { numberSpellings } from '../json/numberSpellings';
import { rewriteJson } from '../json/rewriting/rewriteJson';
import type { Operation } from '../operation';
import type { Provider } from '../provider';
import type { ProviderRegistry } from '../registry';
import { requestFileOf } from '../requests/preparedRequest';
import { formatRequestFile, type RequestFile } from '../requests/requestFile';
import { translateValues } from './translateValues';
import type { Moved, Translation, TranslationReport } from './translation';

export interface TranslatedRequest {
  readonly from: { readonly provider: Provider; readonly operation: Operation };
  readonly to: { readonly provider: Provider; readonly operation: Operation };
  readonly request: RequestFile;
  readonly report: TranslationReport;
  /** What is wrong with the request that was given. */
  readonly issues: readonly Issue[];
}

/** Of a connection that the new request may name. */
export interface ConnectionCandidate {
  readonly id: string;
  readonly live: boolean;
}

type ConnectionsOf = (provider: Provider) => readonly ConnectionCandidate[] | Promise<readonly ConnectionCandidate[]>;

/** Makes a request into one of another provider. It takes the first connection that is called the same. */
export async function translateRequest(
  registry: ProviderRegistry,
  translation: Translation,
  request: RequestFile,
  connectionsOf: ConnectionsOf,
): Promise<TranslatedRequest> {
  const [from, to, translator] = await Promise.all([
    operationOf(registry, translation.from),
    operationOf(registry, translation.to),
    translation.load(),
  ]);
  const { values, report, issues } = translateValues(translator, from.operation, to.operation, request);
  const connection = connectionLike(request.connection, await connectionsOf(to.provider));
  const made = requestFileOf({ operation: to.operation.id, ...values }, connection);
  const filled = connection === request.connection ? [] : [otherConnection(to.provider, request.connection)];
  return {
    from,
    to,
    request: spelledAsGiven(made, request.written, report.mapped),
    report: { ...report, filled: [...filled, ...report.filled] },
    issues,
  };
}

async function operationOf(registry: ProviderRegistry, id: string) {
  const found = await registry.operation(id);
  if (found === undefined) throw new Error(`A translation names the operation ${id}, which there is not.`);
  return found;
}

/** Never a live one in place of another. */
function connectionLike(id: string, candidates: readonly ConnectionCandidate[]): string {
  const same = candidates.find((candidate) => candidate.id === id);
  return (same ?? candidates.find(({ live }) => !live) ?? candidates[0])?.id ?? id;
}

function otherConnection({ title }: Provider, id: string) {
  return { to: '/connection', why: t('{0} has no connection "{1}".', title, id) };
}

/** Numbers keep digits that a number cannot hold. */
function spelledAsGiven(request: RequestFile, given: string | undefined, moves: readonly Moved[]): RequestFile {
  if (given === undefined) return request;
  const spellings = Object.entries(numberSpellings(given)).flatMap(([pointer, spelling]) =>
    moves
      .filter(({ from }) => isWithin(pointer, from))
      .map(({ from, to }) => [`${to}${pointer.slice(from.length)}`, spelling] as const),
  );
  if (spellings.length === 0) return request;
  const spelled = new Map(spellings);
  const { text } = rewriteJson(formatRequestFile(request), (place) => {
    const spelling = spelled.get(place.pointer());
    return spelling !== undefined && place.value === Number(spelling) ? spelling : undefined;
  });
  return { ...request, written: text };
}
