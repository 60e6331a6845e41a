import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
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
});
