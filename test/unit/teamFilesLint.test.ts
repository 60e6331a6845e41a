import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { parseAction } from '@actions/workflow-parser/actions/action-parser';
import { DCLinter } from 'dclint';
import { validate } from 'dockerfile-utils';

/* What GitHub and containers read, held against the rules of those who read it. */

const dockerfile = '.github/emulator/Dockerfile';
const composeFile = '.github/emulator/compose.yml';
const [workflows, actions] = [filesIn('.github/workflows'), filesIn('.github/actions')];

describe('Files for GitHub and containers, as their readers check them', () => {
  it('a Dockerfile', () => {
    assert.deepEqual(problemsOfImage(read(dockerfile)), []);
    assert.match(problemsOfImage(read(dockerfile).replace('--interval', '--intervall')).join(), /intervall/);
    assert.match(problemsOfImage(read(dockerfile).replace('WORKDIR', 'WORKDIIR')).join(), /WORKDIIR/);
  });

  it('a compose file', () => {
    assert.deepEqual(problemsOfCompose(composeFile), []);
    const wrong = path.join(mkdtempSync(path.join(tmpdir(), 'esign-compose-')), 'compose.yml');
    try {
      writeFileSync(wrong, read(composeFile).replace('depends_on:', 'depend_on:'));
      assert.match(problemsOfCompose(wrong).join(), /invalid-schema/);
    } finally {
      rmSync(path.dirname(wrong), { recursive: true });
    }
  });

  it('workflows', async () => {
    assert.ok(workflows.length > 0);
    for (const file of workflows) assert.deepEqual(await problemsOfWorkflow(file, read(file)), [], file);
    const [file = ''] = workflows;
    const wrong = read(file).replace('runs-on:', 'runs_on:').replace('matrix.os', 'matrx.os');
    assert.match((await problemsOfWorkflow(file, wrong)).join(), /matrx[\s\S]*runs_on/);
  });

  it('actions', () => {
    assert.ok(actions.length > 0);
    for (const file of actions) assert.deepEqual(problemsOfAction(file, read(file)), [], file);
    const [file = ''] = actions;
    assert.match(problemsOfAction(file, read(file).replace('shell:', 'shel:')).join(), /shel/);
    assert.match(problemsOfAction(file, read(file).replace('{{ steps.', '{{ stepz.')).join(), /stepz/);
  });
});

function problemsOfImage(text: string): readonly string[] {
  return validate(text).map(({ message }) => (typeof message === 'string' ? message : message.value));
}

function problemsOfCompose(file: string): readonly string[] {
  const rules: ConstructorParameters<typeof DCLinter>[0]['rules'] = {
    // Who is called stands before who calls.
    'services-alphabetical-order': 0,
    'service-keys-order': 0,
    'require-quotes-in-ports': [1, { quoteType: 'double' }],
  };
  const linter = new DCLinter({ rules, quiet: false, debug: false, exclude: [] });
  const [result] = linter.lintFiles([file], false);
  assert.ok(result);
  return result.messages.map(({ rule, message, line }) => `${line}: ${message} (${rule})`);
}

async function problemsOfWorkflow(name: string, content: string): Promise<readonly string[]> {
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  if (value !== undefined) await convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map(({ message }) => message);
}

function problemsOfAction(name: string, content: string): readonly string[] {
  const { context } = parseAction({ name, content }, new NoOperationTraceWriter());
  return context.errors.getErrors().map(({ message }) => message);
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yml'))
    .map((name) => path.join(folder, name));
}

function read(file: string): string {
  return readFileSync(file, 'utf8');
}
