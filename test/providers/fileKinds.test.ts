import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/* One name for each kind of file in all providers, so that a reader of one finds their way in the others. */

/** What may stand in a provider's folder; a folder of a kind holds what one file would be too small for. */
const kinds: Readonly<Record<string, string>> = {
  'about.ts': 'what is listed of it without loading it',
  'auth.ts': 'its kinds of authorization',
  'calls.ts': 'calls of the API that others list, for what the emulator lacks',
  'cases/': 'stories that its emulator is held to',
  'clients/': 'what other people’s clients of the API send',
  'codes.ts': 'the API’s own codes and what they are called',
  'dialogues/': 'what a person and an assistant came to, played again by a test',
  'endpoint.ts': 'how its calls register an address for webhooks',
  'emulator.ts': 'the emulator, put together',
  'emulator/': 'its parts',
  'errors.ts': 'how replies report errors',
  'examples/': 'bodies that the documentation prints, which the emulator answers like',
  'facts.ts': 'what rules need to know about a document',
  'facts/': 'the same of several kinds of documents',
  'disputes.ts': 'points on which sources disagree',
  'failures.ts': 'the catalogue of documented failures',
  'failures/': 'its parts',
  'fixtures/': 'data of tests, one file of each kind',
  'index.ts': 'the provider, put together',
  'limits.ts': 'how much it takes in each environment',
  'lookalikes.ts': 'bodies of other calls that get pasted',
  'nextSteps.ts': 'what replies make possible',
  'operations/': 'its calls with their fields and rules',
  'resources.ts': 'what the tree shows',
  'resources/': 'the same of several collections',
  'sdk.ts': 'its calls in the API’s official library',
  'scenarios/': 'journeys to begin with, as scenario files',
  'seeding/': 'what a seed may say of an account, and by which calls it is planted',
  'signingLinks.ts': 'links that are built from replies',
  'sources.ts': 'where its facts come from',
  'steps.ts': 'requests that replies and the tree offer',
  'translations/': 'requests of others, made into its own',
  'webhooks.ts': 'what it tells by itself: events, proof and rules of delivery',
  'walks/': 'the way of a document from upload to download, for the browser test',
};

const fixtures: Readonly<Record<string, string>> = {
  'idFields.json': 'where ids of other things come from, field by field',
  'journey.json': 'what a person does with it, for the browser test',
  'roundTrips.json': 'what is read and can be written back as it came',
  'unmended.json': 'rules whose findings have no obvious mend, and why',
  'ways.json': 'what provokes documented failures that no case provokes',
  'webhook.json': 'how an event of it is had, and what it looks like',
};

/** What every emulator calls alike; beside these stand the handlers and views of the API's own things. */
const emulatorKinds = [
  { name: 'signingDesk.ts', instead: /^(signing|desk|signers?Desk)\.ts$/ },
  { name: 'facts.ts', instead: /Facts\.ts$/ },
  { name: 'describe.ts', instead: /^describe.+\.ts$/ },
  { name: 'refusals.ts', instead: /^(reject|refuse)\w*\.ts$/ },
  { name: 'state.ts', instead: /State\.ts$/ },
] as const;

const root = join('src', 'providers');
const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe('Files of a provider', () => {
  for (const { name: id } of folders) {
    const entries = readdirSync(join(root, id), { withFileTypes: true });
    const names = entries.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));

    it(`${id}: each is of a kind that has one name`, () => {
      assert.ok(names.includes('index.ts') && names.includes('operations/'));
      assert.deepEqual(
        names.filter((name) => !Object.hasOwn(kinds, name)),
        [],
      );
    });

    it(`${id}: data of tests is of a kind that has one name`, () => {
      const data = names.includes('fixtures/') ? readdirSync(join(root, id, 'fixtures')) : [];
      assert.deepEqual(
        data.filter((name) => !Object.hasOwn(fixtures, name)),
        [],
      );
    });

    it(`${id}: parts of its emulator are called as everywhere`, () => {
      const parts = names.includes('emulator/') ? readdirSync(join(root, id, 'emulator')) : [];
      const others = emulatorKinds.flatMap(({ name, instead }) =>
        parts.filter((part) => instead.test(part)).map((part) => `${part} instead of ${name}`),
      );
      assert.deepEqual(others, []);
    });
  }

  it('every kind is one that some provider has', () => {
    const all = new Set(
      folders.flatMap(({ name }) => [...readdirSync(join(root, name)), ...readdirSync(join(root, name, 'fixtures'))]),
    );
    assert.deepEqual(
      Object.keys({ ...kinds, ...fixtures }).filter((kind) => !all.has(kind.replace(/\/$/, ''))),
      [],
    );
  });
});
