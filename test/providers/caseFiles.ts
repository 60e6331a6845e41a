import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeFault } from '../../src/core/scenarios/caseFault';
import { type PlacedCase, readCases } from '../../src/core/scenarios/readCases';

/** The cases of a provider: src/providers/<id>/cases/*.json, each an array. */
export interface CaseFile {
  readonly name: string;
  readonly cases: readonly PlacedCase[];
}

/** Read when the tests are declared, so that each case is a test of its own. */
export function readCaseFiles(provider: string): readonly CaseFile[] {
  const files = known.get(provider) ?? read(provider);
  known.set(provider, files);
  return files;
}

/** Several tests go by them. */
const known = new Map<string, readonly CaseFile[]>();

function read(provider: string): readonly CaseFile[] {
  const folder = join(process.cwd(), 'src', 'providers', provider, 'cases');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ name, cases: casesOf(folder, name) }));
}

export function operationCases(files: readonly CaseFile[]) {
  return files.flatMap(({ cases }) => cases).flatMap((one) => (one.kind === 'operation' ? [one.item] : []));
}

export function collectionCases(files: readonly CaseFile[]) {
  return files.flatMap(({ cases }) => cases).flatMap((one) => (one.kind === 'collection' ? [one.item] : []));
}

function casesOf(folder: string, name: string): readonly PlacedCase[] {
  const read = readCases(readFileSync(join(folder, name), 'utf8'));
  if (read.kind === 'read') return read.cases;
  return assert.fail(read.faults.map((fault) => describeFault(join(folder, name), fault)).join('\n'));
}
