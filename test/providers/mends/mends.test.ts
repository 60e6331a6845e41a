import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mendsForAll } from '../../../src/core/forms/checks/mendsForAll';
import type { Operation, RequestValues } from '../../../src/core/operation';
import type { Provider } from '../../../src/core/provider';
import { ProviderRegistry } from '../../../src/core/registry';
import type { OperationCase } from '../../../src/core/scenarios/case';
import { runCase } from '../../../src/core/scenarios/runCase';
import { providers } from '../../../src/providers';
import { openInProcess } from '../../unit/fixtures/openStage';
import { operationCases, readCaseFiles } from '../caseFiles';
import { slips, spoiled, withItemTwice, withoutName } from './faults';
import { assertMends, issuesOf, mendedBy } from './mended';

const registry = new ProviderRegistry(providers);

/** All ways to spoil a right request: each is mended somewhere, or nobody would have to offer it. */
const ways: Readonly<Record<string, (operation: Operation, right: RequestValues) => readonly RequestValues[]>> = {
  ...Object.fromEntries(
    Object.entries(slips).map(([name, slip]) => [name, (operation, right) => spoiled(operation, right, slip)] as const),
  ),
  'a name that is misspelled or missing': withoutName,
  'an item twice': withItemTwice,
};

/** Why what a rule finds has no obvious mend, by the words of a provider’s `unmended.json`. */
const reasons: Readonly<Record<string, string>> = {
  other: 'another account, document or call is needed, and which one only a person knows',
  value: 'what is missing, or meant instead, only a person knows',
  state: 'something has to change first, by another call',
  choice: 'several ways lead out, and none of them is the obvious one',
};

function unmendedOf(id: string): Readonly<Record<string, string>> {
  const file = join('src', 'providers', id, 'fixtures', 'unmended.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

describe('Mends', () => {
  for (const [way, spoil] of Object.entries(ways)) {
    it(`end in fewer problems and change no other field, in every example of every provider: ${way}`, async () => {
      const all = await examples();
      const spoilt = all.flatMap(({ operation, right }) =>
        spoil(operation, right).map((values) => ({ operation, values })),
      );
      const mended = spoilt.reduce((sum, { operation, values }) => sum + mendEach(operation, values), 0);
      assert.ok(mended > 0, 'nothing of this kind is mended anywhere');
    });
  }

  for (const { id } of registry.entries.filter(({ rung }) => rung === 'emulated')) {
    it(`of what ${id} would refuse do the same, with what its emulator knows of documents`, async () => {
      const provider = await registry.provider(id);
      assert.ok(provider);
      const seen: Seen[] = [];
      const mended = new Map<string, boolean>();
      let mends = 0;
      const { stage, close } = await openInProcess(watched(provider, seen, mended));
      for (const item of operationCases(readCaseFiles(id))) {
        seen.length = 0;
        await runCase(stage, item);
        const operation = provider.operations.find((one) => one.id === item.operation);
        assert.ok(operation);
        for (const { values, facts, ...of } of differing([...writtenIn(item, operation, seen), ...seen])) {
          const asked = provider.operations.find(({ id: own }) => own === of.operation) ?? operation;
          const issues = issuesOf(asked, values, facts).filter(({ mend }) => mend !== undefined);
          for (const issue of issues) assertMends(asked, values, issue, facts);
          mends += issues.length;
        }
      }
      await close();
      // Each rule has its mend or the reason why there is none, and every one of them was broken here.
      const rules = new Set(provider.operations.flatMap(({ rules: own = [] }) => own.map(({ failure }) => failure)));
      assert.equal(mends > 0, rules.size > 0, 'nothing was mended');
      assert.deepEqual(
        [...rules].filter((failure) => !mended.has(failure)),
        [],
        'no case breaks these',
      );
      const unmended = [...mended].filter(([, isMended]) => !isMended).map(([failure]) => failure);
      const argued = unmendedOf(id);
      assert.deepEqual(unmended.toSorted(), Object.keys(argued).toSorted());
      assert.deepEqual(
        Object.values(argued).filter((why) => !Object.hasOwn(reasons, why)),
        [],
      );
    });
  }
});

/** One by one, and all of a kind together. How many there were to mend. */
function mendEach(operation: Operation, values: RequestValues): number {
  const issues = issuesOf(operation, values);
  const mendable = issues.filter(({ mend }) => mend !== undefined);
  for (const issue of mendable) assertMends(operation, values, issue);
  for (const { edits, title } of mendsForAll(issues)) {
    const left = issuesOf(operation, mendedBy(values, edits));
    assert.ok(left.length < issues.length, `${operation.id}: ${title}`);
  }
  return mendable.length;
}

/** What rules were asked about: `$name` of a case is there what the steps before it came to. */
interface Seen {
  readonly operation: string;
  readonly values: RequestValues;
  readonly facts: unknown;
}

/** The request of a case as a person would write it, where it holds no such name, with what is known of the document. */
function writtenIn({ values }: OperationCase, { id }: Operation, seen: readonly Seen[]): readonly Seen[] {
  if (values === undefined || JSON.stringify(values).includes('$')) return [];
  const facts = seen.findLast((one) => one.operation === id && one.facts !== undefined)?.facts;
  return [{ operation: id, values, facts }];
}

function differing(all: readonly Seen[]): readonly Seen[] {
  return [...new Map(all.map((one) => [JSON.stringify([one.operation, one.values, one.facts]), one])).values()];
}

/** Notes what rules are asked about and with which facts, and whether what they find has a mend. */
function watched(provider: Provider, seen: Seen[], mended: Map<string, boolean>): Provider {
  const operations = provider.operations.map((operation) => ({
    ...operation,
    rules: (operation.rules ?? []).map((rule) => ({
      ...rule,
      check: (values: unknown, facts: unknown) => {
        seen.push({ operation: operation.id, values: values as RequestValues, facts });
        const findings = rule.check(values, facts);
        for (const { mend } of findings) {
          mended.set(rule.failure, mended.get(rule.failure) === true || mend !== undefined);
        }
        return findings;
      },
    })),
  }));
  return { ...provider, operations };
}

async function examples() {
  return (await registry.all()).flatMap(({ operations }) =>
    operations.flatMap((operation) =>
      operation.examples.flatMap(({ path, query, body }) => {
        const right = { ...(path && { path }), ...(query && { query }), ...(body !== undefined && { body }) };
        return issuesOf(operation, right).length === 0 ? [{ operation, right }] : [];
      }),
    ),
  );
}
