import { nearest } from '../../core/forms/wording/nearest';
import { isObject } from '../../core/json/jsonKinds';
import type { Provider } from '../../core/provider';
import { shortened } from '../../core/quoting/shortened';
import { joinPointer } from '../../core/requests/pointer';
import { checkPiece } from '../../core/scenarios/checkPiece';
import { readSource } from '../../core/scenarios/text/readSource';
import type { SeedPlan } from '../../core/seeding/seedPlan';
import type { Issue } from '../../protocol/form';
import { type FileIssue, fileIssue } from '../fileIssue';

/** The text of a seed, and what it is called. */
export interface SeedText {
  readonly file: string;
  readonly text: string;
  /** Of what a program gave nobody sees lines. */
  readonly hasLines?: false;
}

/** What a seed says of one API. */
export interface SeedPart {
  readonly provider: Provider;
  readonly plan: SeedPlan;
  readonly value: unknown;
  /** What is wrong at a pointer into the part. */
  issueAt(at: string, message: string): FileIssue;
}

export interface ReadSeed {
  readonly parts: readonly SeedPart[];
  readonly issues: readonly FileIssue[];
}

/** Reads YAML or JSON and checks each part as its API has it. */
export async function readSeed({ file, text, hasLines }: SeedText, providers: readonly Provider[]): Promise<ReadSeed> {
  const read = readSource(text, file);
  if (read.kind === 'broken') return { parts: [], issues: read.issues.map((issue) => fileIssue(file, issue)) };
  const { source } = read;
  const placed = ({ place, ...issue }: Issue) =>
    fileIssue(file, hasLines === false ? issue : { ...issue, place: place ?? source.placeOf(issue.pointer) });
  if (!isObject(source.value)) {
    return { parts: [], issues: [placed(problemAt('', 'A seed is an object with a part for each API.'))] };
  }
  const issues: Issue[] = read.issues.filter(({ severity }) => severity === 'error');
  const parts: SeedPart[] = [];
  for (const [id, value] of Object.entries(source.value)) {
    if (id === '$schema') continue;
    const pointer = joinPointer('', id);
    const provider = providers.find((one) => one.id === id);
    const plan = (await provider?.emulator?.())?.seed;
    if (provider === undefined || plan === undefined) {
      issues.push(problemAt(pointer, unknownText(id, providers)));
      continue;
    }
    issues.push(...checkPiece(plan.schema, value, pointer, 'This'));
    parts.push({ provider, plan, value, issueAt: (at, message) => placed(problemAt(pointer + at, message)) });
  }
  return { parts: issues.length === 0 ? parts : [], issues: issues.map(placed) };
}

function unknownText(id: string, providers: readonly Provider[]): string {
  const known = providers.map((one) => one.id);
  const meant = nearest(id, known);
  const advice = meant === undefined ? `There are ${known.join(', ')}.` : `Did you mean "${meant}"?`;
  return `No emulator here takes a seed for "${shortened(id)}". ${advice}`;
}

function problemAt(pointer: string, message: string): Issue {
  return { pointer, code: 'seed', message, severity: 'error' };
}
