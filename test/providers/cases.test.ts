import assert from 'node:assert/strict';
import type { Credentials } from '../../src/core/auth';
import type { MenuVerb } from '../../src/core/documents';
import { openApiOf } from '../../src/core/openapi/openApiOf';
import type { RequestValues, Verb } from '../../src/core/operation';
import { ProviderRegistry } from '../../src/core/registry';
import { type CaseFault, describeFault } from '../../src/core/scenarios/caseFault';
import type { PlacedCase } from '../../src/core/scenarios/readCases';
import { runCase, runCollectionCase } from '../../src/core/scenarios/runCase';
import type { Stage } from '../../src/core/scenarios/stage';
import { providers } from '../../src/providers';
import { type OpenStage, openInProcess, stages } from '../unit/fixtures/openStage';
import { collectionCases, operationCases, readCaseFiles } from './caseFiles';
import { assertActions, withDetails } from './collections';
import { DescribedReplies } from './openapi/describedReplies';

const registry = new ProviderRegistry(providers);

function watched(stage: Stage, replies: DescribedReplies): Stage {
  return { ...stage, machine: { ...stage.machine, http: replies.watch(stage.machine.http) } };
}

/** Cases are what an emulator is held to. */
const emulated = registry.entries.filter(({ rung }) => rung === 'emulated');

for (const { id } of emulated) {
  const files = readCaseFiles(id);
  // One for both places: it learns the schemas of replies as it meets them.
  let described: DescribedReplies | undefined;
  for (const [place, open] of Object.entries(stages)) {
    describe(`cases of ${id} ${place}`, () => {
      let opened: OpenStage;
      let replies: DescribedReplies;
      before(async () => {
        const provider = await known(id);
        opened = await open(provider);
        described ??= new DescribedReplies(await openApiOf(provider, '1.0.0'));
        replies = described;
        opened = { ...opened, stage: watched(opened.stage, replies) };
      });
      after(() => opened.close());
      for (const { name, cases } of files) {
        describe(name, () => {
          for (const one of cases) {
            it(titleOf(one), async () => {
              await assertHolds(opened.stage, name, one);
              assert.deepEqual(replies.takeFaults(), [], 'what the OpenAPI description does not say');
            });
          }
        });
      }
    });
  }

  describe(`coverage of the cases of ${id}`, () => {
    const cases = operationCases(files);

    it('has a case that succeeds for every operation', async () => {
      const covered = cases
        .filter(({ failure, reply, raw }) => reply && !failure && !raw)
        .map((item) => item.operation);
      const { operations } = await known(id);
      assert.deepEqual(
        missing(
          operations.map((operation) => operation.id),
          covered,
        ),
        [],
      );
    });

    it('has an example that the emulator answers as it starts, for every call that reads', async () => {
      const { stage, close } = await openInProcess(await known(id));
      const reading = stage.provider.operations.filter(({ method }) => method === 'GET');
      for (const { id: operation, examples } of reading) {
        const [example] = examples;
        assert.ok(example, operation);
        const { title: name, source: _source, ...values } = example;
        if (refersToOther(values, stage.credentials)) continue;
        assert.deepEqual(await runCase(stage, { name, operation, given: [{ send: operation, values }], values }), []);
      }
      await close();
    });

    it('has a case for every collection', async () => {
      const { resources } = await known(id);
      const shown = collectionCases(files).filter(({ detail }) => detail);
      const wanted = resources.collections.map((collection) => collection.id);
      assert.deepEqual(
        missing(
          wanted,
          shown.map(({ collection }) => collection),
        ),
        [],
      );
    });

    it('says beforehand what menus of documents offer in some state', async () => {
      const { stage, close } = await openInProcess(await known(id));
      const found = new Map(stage.provider.resources.collections.map((one) => [one.id, new Set<MenuVerb>()]));
      for (const collectionCase of collectionCases(files)) {
        const { watched, details } = withDetails(stage);
        await runCollectionCase(watched, collectionCase);
        const offered = details.flatMap(({ actions }) => actions).filter(({ blocked }) => blocked === undefined);
        for (const { verb } of offered) if (isOfMenus(verb)) found.get(collectionCase.collection)?.add(verb);
      }
      await close();
      assert.deepEqual(
        stage.provider.resources.collections.map((one) => [one.id, one.verbs]),
        [...found].map(([collection, verbs]) => [collection, [...verbs].toSorted()]),
      );
    });

    it('has a case for every rule of every operation', async () => {
      const { operations } = await known(id);
      const rules = operations.flatMap(({ id: operation, rules: own = [] }) =>
        own.map(({ failure }) => `${operation} ${failure}`),
      );
      const covered = cases.flatMap(({ operation, issues = [] }) => issues.map(({ code }) => `${operation} ${code}`));
      assert.deepEqual(missing(rules, covered), []);
    });

    it('provokes every failure that an operation documents, but for those that only warn', async () => {
      const { operations } = await known(id);
      const warnings = new Set(
        operations.flatMap(({ rules = [] }) =>
          rules.filter(({ severity }) => severity === 'warning').map(({ failure }) => failure),
        ),
      );
      const documented = operations
        .flatMap(({ failures = [] }) => failures)
        .filter((failure) => !warnings.has(failure));
      const provoked = cases.filter(({ reply }) => reply).flatMap(({ failure }) => failure ?? []);
      assert.deepEqual(missing([...new Set(documented)], provoked), []);
    });
  });
}

function isOfMenus(verb: Verb): verb is MenuVerb {
  return verb === 'add' || verb === 'invite';
}

function titleOf({ kind, item }: PlacedCase): string {
  return `${kind === 'operation' ? item.operation : item.collection}: ${item.name}`;
}

async function assertHolds(stage: Stage, file: string, { kind, item, pointer }: PlacedCase): Promise<void> {
  if (kind === 'operation') return assertNone(file, await runCase(stage, item, pointer));
  const { watched, details } = withDetails(stage);
  assertNone(file, await runCollectionCase(watched, item, pointer));
  for (const detail of details) assertActions(stage.provider, detail);
}

function assertNone(file: string, faults: readonly CaseFault[]): void {
  assert.equal(faults.map((fault) => describeFault(file, fault)).join('\n'), '');
}

async function known(id: string) {
  const provider = await registry.provider(id);
  assert.ok(provider);
  return provider;
}

/** To a credential of another kind than the emulator's first. */
function refersToOther(values: RequestValues, credentials: Credentials): boolean {
  const names = [...JSON.stringify(values).matchAll(/\{\{credentials\.(\w+)\}\}/g)].map(([, name = '']) => name);
  return names.some((name) => !Object.hasOwn(credentials, name));
}

function missing(wanted: readonly string[], found: readonly string[]): readonly string[] {
  return wanted.filter((item) => !found.includes(item));
}
