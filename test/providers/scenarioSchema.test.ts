import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { parse } from 'yaml';
import { ProviderRegistry } from '../../src/core/registry';
import { providers } from '../../src/providers';

const registry = new ProviderRegistry(providers);
const folderOf = (id: string) => path.join('src', 'providers', id, 'scenarios');

/* Whether a document is Arazzo is said by types that nobody here wrote: those of Redocly's linter. */
describe('The scenarios that come along', () => {
  for (const id of registry.ids.filter((one) => existsSync(folderOf(one)))) {
    for (const file of readdirSync(folderOf(id))) {
      it(`${id}: ${file} is what the specification wants`, async () => {
        assert.deepEqual(await faultsOf(readFileSync(path.join(folderOf(id), file), 'utf8')), []);
      });

      it(`${id}: ${file} names what each retry tries, which the JSON Schema of the specification wants`, () => {
        const source: unknown = parse(readFileSync(path.join(folderOf(id), file), 'utf8'));
        assert.deepEqual(retriesWithoutGoal(source), []);
      });
    }
  }

  it('would be told apart from a retry that names nothing', () => {
    const onFailure = [{ type: 'retry' }, { type: 'retry', stepId: 'one' }, { type: 'end' }];
    assert.deepEqual(retriesWithoutGoal({ steps: [{ onFailure }] }), [{ type: 'retry' }]);
  });

  const [id = ''] = registry.ids.filter((one) => existsSync(folderOf(one)));
  const [file = ''] = readdirSync(folderOf(id));
  const right = readFileSync(path.join(folderOf(id), file), 'utf8');
  const wrong: readonly (readonly [what: string, text: string])[] = [
    ['a field that there is not', right.replace('    steps:', '    stepz: []\n    steps:')],
    ['a workflow without a name', right.replace(/workflowId: \S+/, 'x-name: none')],
    ['a step that calls nothing', right.replace(/operationId: \S+/, 'x-call: none')],
    ['a criterion of no kind', right.replace(/successCriteria: \[\{/, 'successCriteria: [{ type: none,')],
  ];
  for (const [what, text] of wrong) {
    it(`would be told apart from ${what}`, async () => {
      assert.notEqual(text, right);
      assert.notDeepEqual(await faultsOf(text), []);
    });
  }
});

function retriesWithoutGoal(value: unknown): readonly object[] {
  if (typeof value !== 'object' || value === null) return [];
  const isFault = 'type' in value && value.type === 'retry' && !('stepId' in value) && !('workflowId' in value);
  return [...(isFault ? [value] : []), ...Object.values(value).flatMap(retriesWithoutGoal)];
}

async function faultsOf(source: string): Promise<readonly string[]> {
  const config = await createConfig({ extends: ['spec'] });
  const problems = await lintFromString({ source, absoluteRef: 'scenario.arazzo.yaml', config });
  return problems.map(({ ruleId, message, location }) => `${ruleId} ${location[0]?.pointer}: ${message}`);
}
