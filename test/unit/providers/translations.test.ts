import assert from 'node:assert/strict';
import type { RequestValues } from '../../../src/core/operation';
import { type ProviderEntry, ProviderRegistry } from '../../../src/core/registry';
import { valuesOf } from '../../../src/core/requests/valuesOf';
import type { Translation } from '../../../src/core/translation/translation';
import { defineTranslator } from '../../../src/kit/translation/defineTranslator';
import { providers } from '../../../src/providers';
import { createLetter, createParcel, toyEntries } from '../fixtures/toyTranslation';
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
