import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createNote, useWorkplace } from './workplace';

const webToken = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcdefghijklmnop';

describe('esign validate, of a token in a file', () => {
  const workplace = useWorkplace();

  it('warns, unless git ignores the file', async () => {
    const file = workplace().write('a.esign.json', { ...createNote, body: { text: webToken, copies: 1 } });
    const validate = async () => {
      const { out } = await workplace().run(['validate', file, '--json']);
      assert.ok(!out.includes(webToken));
      return JSON.parse(out).issues.filter(({ code }: { code: string }) => code === 'hard_coded_secret');
    };
    const [issue, ...others] = await validate();
    assert.deepEqual([issue.path, issue.severity, others], ['/body/text', 'warning', []]);
    execFileSync('git', ['-C', workplace().folder, 'init', '-q']);
    assert.equal((await validate()).length, 1);
    workplace().write('.gitignore', '*.esign.json\n');
    assert.deepEqual(await validate(), []);
  });

  const settings = `{
  // Of this folder.
  "esign.connections": [{ "id": "mine", "provider": "demo-notes", "variables": { "token": "${webToken}" } }],
}`;
  const secretsOf = async (args: readonly string[]) => {
    const { out, code } = await workplace().run(['validate', ...args, '--json']);
    assert.ok(!out.includes(webToken));
    const { issues, valid } = JSON.parse(out);
    assert.deepEqual([valid, code], [true, 0]);
    return issues.filter((issue: { code: string }) => issue.code === 'hard_coded_setting');
  };

  it('looks into the settings of the folder beside any file, and says where it goes instead', async () => {
    mkdirSync(path.join(workplace().folder, '.vscode'));
    workplace().write('.vscode/settings.json', settings);
    const file = workplace().write('a.esign.json', createNote);
    const [issue, ...others] = await secretsOf([file]);
    assert.deepEqual(others, []);
    assert.deepEqual(
      [issue.file, issue.path, issue.severity, issue.line, issue.column],
      ['.vscode/settings.json', '/esign.connections/0/variables/token', 'warning', 3, 91],
    );
    const { out } = await workplace().run(['validate', file]);
    assert.match(out, /a\.esign\.json: valid\n\.vscode\/settings\.json:\n {2}warning {2}line 3, column 91/);
    assert.match(out, /moves it to the credentials; for the command line give it as ESIGN_DEMO_NOTES_TOKEN/);
    assert.ok(!out.includes(webToken));
    assert.equal((await secretsOf(['.vscode/settings.json', file])).length, 1);
    execFileSync('git', ['-C', workplace().folder, 'init', '-q']);
    assert.equal((await secretsOf([file])).length, 1);
    workplace().write('.gitignore', '.vscode\n');
    assert.deepEqual(await secretsOf([file]), []);
  });

  it('tells the account of a proxy, and repeats none of it', async () => {
    mkdirSync(path.join(workplace().folder, '.vscode'));
    const proxy = 'http://ann:Zk3v9Qp2Lx8Rt5Wm@proxy.example:3128';
    workplace().write('.vscode/settings.json', { 'http.proxy': proxy, 'http.proxySupport': 'on' });
    const file = workplace().write('a.esign.json', createNote);
    const [issue, ...others] = await secretsOf([file]);
    assert.deepEqual([issue.path, issue.line, others], ['/http.proxy', 1, []]);
    assert.match(issue.message, /HTTPS_PROXY/);
    assert.doesNotMatch((await workplace().run(['validate', file])).out, /Zk3v9/);
    workplace().write('.vscode/settings.json', { 'http.proxy': 'http://proxy.example:3128' });
    assert.deepEqual(await secretsOf([file]), []);
  });

  it('looks into a workspace file that is named, and mends nothing in it', async () => {
    const text = `{ "folders": [], "settings": ${settings} }`;
    workplace().write('team.code-workspace', text);
    const [issue] = await secretsOf(['team.code-workspace', '--fix']);
    assert.equal(issue.path, '/settings/esign.connections/0/variables/token');
    assert.equal(readFileSync(path.join(workplace().folder, 'team.code-workspace'), 'utf8'), text);
    const { code } = await workplace().run(['validate', 'none.code-workspace']);
    assert.equal(code, 2);
  });
});
