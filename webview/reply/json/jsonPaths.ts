import type { JsonRow } from './jsonRows';

export type PathStep = string | number;

/** From the top to a row. */
export function stepsTo(rows: readonly JsonRow[], index: number): readonly PathStep[] {
  return ancestorsOf(rows, index).flatMap((at) => rows[at]?.step ?? []);
}

/** The rows that a row stands in, and itself; the top first. A closing bracket stands for what it closes. */
export function ancestorsOf(rows: readonly JsonRow[], index: number): readonly number[] {
  const found: number[] = [];
  let at = rows[index]?.kind === 'close' ? (rows[index]?.parent ?? -1) : index;
  for (; at >= 0; at = rows[at]?.parent ?? -1) found.push(at);
  return found.reverse();
}

/** Whether a path leads to another value, since a later member has the same name. */
export function isReplaced(rows: readonly JsonRow[], index: number): boolean {
  return ancestorsOf(rows, index).some((at) => rows[at]?.repeats === 'replaced');
}

/** RFC 6901. */
export function pointerOf(steps: readonly PathStep[]): string {
  return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** RFC 9535, in its normalized form but for names that need no quotes. */
export function jsonPathOf(steps: readonly PathStep[]): string {
  return `$${steps.map(segmentOf).join('')}`;
}

/** As scenarios name a value of a body (Arazzo): `$response.body#/data/0/id`. */
export function expressionOf(side: 'request' | 'response', steps: readonly PathStep[]): string {
  return `$${side}.body${steps.length === 0 ? '' : `#${pointerOf(steps)}`}`;
}

/** The row of the value that a pointer leads to. */
export function rowAt(rows: readonly JsonRow[], pointer: string): number | undefined {
  let index = rows.length > 0 ? 0 : undefined;
  for (const step of pointer.split('/').slice(1)) {
    index = index === undefined ? undefined : childAt(rows, index, step.replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  return index;
}

function childAt(rows: readonly JsonRow[], index: number, step: string): number | undefined {
  const container = rows[index];
  if (container?.kind !== 'open') return undefined;
  let found: number | undefined;
  for (let at = index + 1; at <= container.last; ) {
    const row = rows[at];
    if (row === undefined || row.kind === 'close' || row.kind === 'rest') break;
    // Of a name that stands twice the last one counts.
    if (String(row.step) === step) found = at;
    at = row.last + 1;
  }
  return found;
}

function segmentOf(step: PathStep): string {
  if (typeof step === 'number') return `[${step}]`;
  if (/^[A-Za-z_]\w*$/.test(step)) return `.${step}`;
  return `['${JSON.stringify(step).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}']`;
}
