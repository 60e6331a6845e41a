import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Provider } from '../../core/provider';
import { readCases } from '../../core/scenarios/readCases';
import { wayRecipes } from '../../core/scenarios/ways/wayRecipes';

/** What provokes the documented failures of a provider: of the cases in its folder, and of `fixtures/ways.json` beside them. */
export function wayRecipesIn(provider: Provider, folder: string): ReturnType<typeof wayRecipes> {
  const cases = path.join(folder, 'cases');
  const names = existsSync(cases) ? readdirSync(cases).toSorted() : [];
  const files = [...names.map((name) => path.join(cases, name)), path.join(folder, 'fixtures', 'ways.json')];
  return wayRecipes(provider, files.filter((file) => existsSync(file)).flatMap(operationCases));
}

function operationCases(file: string) {
  const read = readCases(readFileSync(file, 'utf8'));
  if (read.kind === 'unreadable') throw new Error(`${file}: ${read.faults.map(({ message }) => message).join(' ')}`);
  return read.cases.flatMap((one) => (one.kind === 'operation' ? [one.item] : []));
}
