import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestValues } from '../../src/core/operation';
import { type ProviderEntry, ProviderRegistry } from '../../src/core/registry';
import { valuesOf } from '../../src/core/requests/valuesOf';
import { translateValues } from '../../src/core/translation/translateValues';
import type { Translation } from '../../src/core/translation/translation';
import { defineTranslator } from '../../src/kit/translation/defineTranslator';
import { providers } from '../../src/providers';
import { createLetter, createParcel, toyEntries } from '../unit/fixtures/toyTranslation';
import { operationCases, readCaseFiles } from './caseFiles';
import { findLosses, invalidResults, type LoadedTranslation, lossesOf } from './translationFaults';

describe('Translations between providers', () => {
  for (const entry of [...providers, ...toyEntries()]) {
    const registry = new ProviderRegistry(providers.includes(entry) ? providers : toyEntries());
    for (const translation of entry.translatesFrom ?? []) {
      describe(`${translation.from} to ${translation.to}`, () => declareTests(registry, entry, translation));
    }
  }
});

/** What a translation is known to make: src/providers/<id>/translations/*.json, each an array. */
interface KnownTranslation {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly given: RequestValues;
  readonly made: RequestValues;
  readonly needed: readonly string[];
  readonly filled: readonly string[];
  readonly leftOut: readonly string[];
}

describe('Known translations', () => {
  const registry = new ProviderRegistry(providers);
  const known = providers.flatMap(({ id }) => readKnown(id));

  for (const { name, from, to, given, ...expected } of known) {
    it(`${from} to ${to}: ${name}`, async () => {
      const translation = registry.translationsOf(from).find((one) => one.to === to);
      assert.ok(translation);
      const { translator, source, target } = await load(registry, translation);
      const { values: made, report } = translateValues(translator, source, target, given);
      assert.deepEqual(
        {
          made,
          needed: report.needed.map((one) => one.to),
          filled: report.filled.map((one) => one.to),
          leftOut: report.leftOut.map((one) => one.from),
        },
        expected,
      );
    });
  }

  it('there is one of each', () => {
    const untold = registry.translations.filter(
      ({ from, to }) => !known.some((one) => one.from === from && one.to === to),
    );
    assert.deepEqual(untold, []);
  });
});

function readKnown(provider: string): readonly KnownTranslation[] {
  const folder = join('src', 'providers', provider, 'translations');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as KnownTranslation[]);
}

it('A translation that forgets a value, or makes what is not valid, is found out', () => {
  const forgetful = defineTranslator<typeof createLetter, typeof createParcel>((_values, { keep, need }) => [
    keep('/body/subject', '/body/label'),
    need('/body/language', 'Letters have none.'),
  ]);
  const loaded = { translator: forgetful, source: createLetter, target: createParcel };
  const [letter] = createLetter.examples.map(valuesOf);
  assert.ok(letter);
  assert.deepEqual(
    lossesOf(loaded, letter).map((loss) => loss.split(' ')[0]),
    ['/path/desk', '/body/urgency', '/body/scent', '/body/readers'],
  );
  assert.deepEqual(
    invalidResults(loaded, letter).map((fault) => fault.split(':')[0]),
    ['/path/depot', '/body/speed'],
  );
  assert.throws(() => findLosses(loaded), /Counterexample/);
});

function declareTests(registry: ProviderRegistry, entry: ProviderEntry, translation: Translation): void {
  it('leads from an operation of another provider to one of its own', async () => {
    await load(registry, translation);
    assert.ok(translation.to.startsWith(`${entry.id}/`));
    assert.ok(!translation.from.startsWith(`${entry.id}/`));
    assert.match(translation.title, /^Open as [A-Z]/);
    assert.equal(registry.translationsOf(translation.from).filter(({ to }) => to === translation.to).length, 1);
  });

  it('makes valid requests of examples and cases, and loses none of their values silently', async () => {
    const loaded = await load(registry, translation);
    const given = givenTo(loaded);
    assert.ok(given.length > 0);
    assert.deepEqual(
      given.flatMap((values) => [...invalidResults(loaded, values), ...lossesOf(loaded, values)]),
      [],
    );
  });

  it('tells of every value that is given, whatever that is', async () => {
    findLosses(await load(registry, translation));
  });
}

async function load(
  registry: ProviderRegistry,
  { from, to, load: loadTranslator }: Translation,
): Promise<LoadedTranslation> {
  const [source, target] = [await registry.operation(from), await registry.operation(to)];
  assert.ok(source, `There is no ${from}.`);
  assert.ok(target, `There is no ${to}.`);
  return { translator: await loadTranslator(), source: source.operation, target: target.operation };
}

function givenTo({ source }: LoadedTranslation): readonly RequestValues[] {
  const files = readCaseFiles(source.id.slice(0, source.id.indexOf('/')));
  const cases = operationCases(files).filter(({ operation }) => operation === source.id);
  return [...source.examples, ...cases.flatMap(({ values }) => values ?? [])].map(valuesOf);
}
