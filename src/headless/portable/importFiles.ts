import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { ForeignCollection } from '../../core/portable/importing/foreignCall';
import { type ImportReport, importRequests } from '../../core/portable/importing/importRequests';
import { type PlannedFile, plannedFiles } from '../../core/portable/importing/plannedFiles';
import { readForeign } from '../../core/portable/importing/readForeign';
import { writeNewFile } from '../files/writeNewFile';
import { readRequestText } from '../readRequestText';
import type { Workplace } from '../workplace';

export interface ImportFilesOptions {
  /** Where the requests go; without it nothing is written. */
  readonly out?: string | undefined;
  /** An address of an API that no environment has. */
  readonly baseUrl?: string | undefined;
}

export interface ImportedFiles {
  readonly report: ImportReport;
  readonly files: readonly PlannedFile[];
  /** Those of `files` that could not be written, and files that could not be read. */
  readonly failed: readonly { readonly file: string; readonly reason: string }[];
}

/** Makes request files of what other tools wrote. What is there already is never written over. */
export async function importFiles(
  { registry, cwd }: Workplace,
  names: readonly string[],
  { out, baseUrl }: ImportFilesOptions,
): Promise<ImportedFiles> {
  const failed: { file: string; reason: string }[] = [];
  const collections: ForeignCollection[] = [];
  for (const file of names) {
    const read = readRequestText(cwd, file);
    const found = read.kind === 'unreadable' ? undefined : await readForeign(read.text);
    if (found?.kind === 'read') collections.push(found.collection);
    else failed.push({ file, reason: read.kind === 'unreadable' ? read.detail : noneOf(found?.what) });
  }
  const providers = await registry.all();
  const bases = baseUrl === undefined ? [] : providers.map(({ id }) => ({ provider: id, connection: '', baseUrl }));
  const report = importRequests(providers, collections, bases);
  const isThere = (name: string) => out !== undefined && existsSync(path.resolve(cwd, out, name));
  const files = plannedFiles(report.requests, isThere);
  if (out !== undefined) failed.push(...writeAll(cwd, out, files));
  return { report, files, failed };
}

function noneOf(what: string | undefined): string {
  const known = 'HAR, cURL, Postman collections and environments, .http files, and requests of Bruno can be imported.';
  return what === undefined ? `It is none of the kinds that are known. ${known}` : `It is ${what}. ${known}`;
}

function writeAll(cwd: string, out: string, files: readonly PlannedFile[]): ImportedFiles['failed'] {
  try {
    mkdirSync(path.resolve(cwd, out), { recursive: true });
  } catch {
    // Writing into it says why.
  }
  return files.flatMap(({ name, imported }) => {
    const file = path.join(out, name);
    const written = writeNewFile(cwd, file, imported.text, false);
    if (written.kind === 'written') return [];
    return [{ file, reason: written.kind === 'exists' ? 'It is there already.' : written.reason }];
  });
}
