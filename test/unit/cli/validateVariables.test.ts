import assert from 'node:assert/strict';
import { createNote, useWorkplace } from './workplace';

describe('esign validate: variables', () => {
  const workplace = useWorkplace();
  const text = (connection: string) =>
    `{\n  "operation": "demo-notes/create-note",\n  "connection": "${connection}",\n  "path": { "note_id": "new" },\n  "body": { "text": "{{autor}} {{$uuid}}", "copies": "{{copies}}" }\n}\n`;
  const check = async (connection: string, ...more: readonly string[]) => {
    const file = workplace().write('a.esign.json', text(connection));
    const { code, out } = await workplace().run(['validate', file, '--json', ...more]);
    const { issues } = JSON.parse(out) as { issues: Readonly<Record<string, unknown>>[] };
    return { code, issues: issues.filter((issue) => issue['code'] === 'unknown_variable') };
  };

  it('that nobody has are errors with their place, and with what was meant', async () => {
    workplace().write('esign.env.json', { author: 'Ann', emulator: { copies: 2 } });
    const { code, issues } = await check('emulator');
    assert.equal(code, 1);
    assert.equal(issues.length, 1);
    const [{ path, line, column, severity, message, mend } = {}] = issues;
    assert.deepEqual({ path, line, column, severity }, { path: '/body/text', line: 5, column: 21, severity: 'error' });
    assert.match(String(message), /no variable "autor" on this connection.*--var.*esign\.env\.json/);
    assert.deepEqual(mend, {
      title: 'Write {{author}}',
      edits: [{ kind: 'set', pointer: '/body/text', value: '{{author}} {{$uuid}}' }],
    });
  });

  it('are those of --var, of the folder and of the env file', async () => {
    workplace().write('esign.env.json', { copies: 2 });
    assert.equal((await check('emulator', '--var', 'autor=1')).code, 0);
    workplace().write('.env', 'autor=Ann\n');
    assert.deepEqual(await check('emulator'), { code: 0, issues: [] });
  });

  it('are a warning on a connection that only the settings of an editor know', async () => {
    const { code, issues } = await check('my-own');
    assert.equal(code, 0);
    assert.deepEqual(
      issues.map(({ severity }) => severity),
      ['warning', 'warning'],
    );
    assert.match(String(issues[0]?.['message']), /the settings of an editor/);
  });

  it('that are misspelled are mended with --fix', async () => {
    workplace().write('esign.env.json', { author: 'Ann', copies: 1 });
    assert.equal((await check('emulator', '--fix')).code, 0);
  });

  it('are not looked for where there are none', async () => {
    const file = workplace().write('a.esign.json', createNote);
    assert.equal((await workplace().run(['validate', file])).out, 'a.esign.json: valid\n');
  });
});
