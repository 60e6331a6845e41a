import { t } from '@vscode/l10n';
import type { Failure } from '../../../../core/failure';
import type { Operation } from '../../../../core/operation';
import type { Provider } from '../../../../core/provider';
import type { Run } from '../../../../core/sending/run';

/** A line of the page of an API: something that scenarios can reach. */
export interface ApiLine {
  readonly kind: 'operation' | 'failure';
  readonly id: string;
  readonly text: string;
  /** From 0. */
  readonly line: number;
}

/** A line with how often it was reached. */
export interface ReachedLine extends ApiLine {
  readonly count: number;
}

export interface ApiPage {
  readonly text: string;
  readonly lines: readonly ApiLine[];
}

type Entry = Pick<ApiLine, 'kind' | 'id' | 'text'>;

/** All operations and documented failures of an API. */
export function apiPage({ title, operations, failures }: Pick<Provider, 'title' | 'operations' | 'failures'>): ApiPage {
  const rows: readonly (string | Entry)[] = [
    t('{0}: what scenarios can reach', title),
    '',
    t('Operations'),
    '',
    ...operations.map(operationEntry),
    '',
    t('Documented failures'),
    '',
    ...failures.filter(isDocumented).map(failureEntry),
  ];
  const texts = rows.map((row) => (typeof row === 'string' ? row : row.text));
  const lines = rows.flatMap((row, line) => (typeof row === 'string' ? [] : [{ ...row, line }]));
  return { text: `${texts.join('\n')}\n`, lines };
}

/** Those whose status and code a source gives. */
function isDocumented({ illustrative }: Failure): boolean {
  return !illustrative?.some((part) => part !== 'message');
}

function operationEntry({ id, method, path, title }: Operation): Entry {
  return { kind: 'operation', id, text: `${method.padEnd(6)} ${path}  ${title}` };
}

function failureEntry({ id, status, code, message }: Failure): Entry {
  const known = code === undefined ? '' : ` ${code}`;
  return { kind: 'failure', id, text: `${status}${known}  ${message.replace(/\s+/g, ' ')}` };
}

/** Counts what the requests of a run of tests reached. */
export class ReachedApis {
  readonly #counts = new Map<string, Map<string, number>>();

  /** A request that got no reply reached nothing. */
  add({ provider, request, outcome }: Pick<Run, 'provider' | 'request' | 'outcome'>): void {
    if (outcome.kind === 'failed') return;
    this.#count(provider, 'operation', request.operation);
    for (const { failure } of outcome.reading.errors) {
      if (failure !== undefined) this.#count(provider, 'failure', failure.id);
    }
  }

  get providers(): readonly string[] {
    return [...this.#counts.keys()];
  }

  linesOf(provider: Provider): readonly ReachedLine[] {
    const counts = this.#counts.get(provider.id);
    return apiPage(provider).lines.map((line) => ({ ...line, count: counts?.get(keyOf(line.kind, line.id)) ?? 0 }));
  }

  #count(provider: string, kind: ApiLine['kind'], id: string): void {
    const counts = this.#counts.get(provider) ?? new Map<string, number>();
    const key = keyOf(kind, id);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    this.#counts.set(provider, counts);
  }
}

function keyOf(kind: ApiLine['kind'], id: string): string {
  return `${kind} ${id}`;
}

export interface ReachedCount {
  readonly covered: number;
  readonly total: number;
}

export function reachedCount(lines: readonly ReachedLine[]): ReachedCount {
  return { covered: lines.filter(({ count }) => count > 0).length, total: lines.length };
}
