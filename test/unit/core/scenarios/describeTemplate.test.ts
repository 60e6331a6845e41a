import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describeTemplate } from '../../../../src/core/scenarios/document/describeTemplate';
import { newScenarioEnding } from '../../../../src/vscode/shell/ids';

const sources = 'src/providers';
const bundled = 'dist/scenarios';

function templates(): readonly string[] {
  return readdirSync(sources).flatMap((id) => {
    const folder = path.join(sources, id, 'scenarios');
    return existsSync(folder) ? readdirSync(folder).map((file) => path.join(id, file)) : [];
  });
}

describe('The scenarios that new ones start from', () => {
  it('are built as they stand in their providers, and nothing else', () => {
    const built = readdirSync(bundled, { recursive: true, encoding: 'utf8' }).filter((name) => path.extname(name));
    assert.deepEqual(built.toSorted(), templates().toSorted());
    for (const file of templates()) {
      const [id = '', name = ''] = file.split(path.sep);
      const source = path.join(sources, id, 'scenarios', name);
      assert.equal(readFileSync(path.join(bundled, file), 'utf8'), readFileSync(source, 'utf8'), file);
    }
  });

  it('have names that the editor takes for scenarios, and say what they show', () => {
    assert.ok(templates().length > 0);
    const titles = new Set<string>();
    for (const file of templates()) {
      assert.ok(file.endsWith(newScenarioEnding), file);
      const described = describeTemplate(readFileSync(path.join(bundled, file), 'utf8'), file);
      assert.ok(described !== undefined && described.title !== '' && described.shows !== '', file);
      titles.add(described.title);
    }
    assert.equal(titles.size, templates().length, 'two have the same title');
  });

  it('are told from what is none', () => {
    assert.equal(describeTemplate('openapi: 3.1.0', 'other.yaml'), undefined);
    const two = `arazzo: 1.0.1
info: { title: Two, version: 1.0.0 }
sourceDescriptions: [{ name: a, url: "esign:a", type: openapi }]
workflows:
  - { workflowId: one, summary: "First. ", steps: [{ stepId: s, operationId: x }] }
  - { workflowId: two, summary: Second., steps: [{ stepId: s, operationId: x }] }
`;
    assert.deepEqual(describeTemplate(two, 'two.arazzo.yaml'), { title: 'Two', shows: 'First. Second.' });
  });
});
