import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useWorkplace } from './workplace';

describe('esign openapi', () => {
  const workplace = useWorkplace();

  it('prints the description of one provider', async () => {
    const { code, out } = await workplace().run(['openapi', 'demo-notes']);
    assert.equal(code, 0);
    const { openapi, paths } = JSON.parse(out);
    assert.equal(openapi, '3.1.0');
    assert.equal(paths['/api/v1/notes/{note_id}'].post.operationId, 'create-note');
  });

  it('writes those of all into a folder, which it makes, and says where', async () => {
    const { code, out } = await workplace().run(['openapi', '--out', 'api/descriptions']);
    const file = join('api', 'descriptions', 'demo-notes.openapi.json');
    const control = join('api', 'descriptions', 'emulator.openapi.json');
    assert.deepEqual({ code, out }, { code: 0, out: `${file}\n${control}\n` });
    const { paths } = JSON.parse(readFileSync(join(workplace().folder, control), 'utf8'));
    assert.equal(paths['/__emulator/advance'].post.operationId, 'advance');
    assert.equal(JSON.parse(readFileSync(join(workplace().folder, file), 'utf8')).info.title, 'Demo Notes');
  });

  it('says why a file cannot be written', async () => {
    workplace().write('taken', 'a file');
    const { code, out, err } = await workplace().run(['openapi', '--out', 'taken']);
    assert.deepEqual({ code, out }, { code: 1, out: '' });
    assert.equal(err, `${join('taken', 'demo-notes.openapi.json')} was not written. There is no such folder.\n`);
  });

  for (const [what, args, message] of [
    ['a provider that is not there', ['openapi', 'nobody'], /There is no provider "nobody": demo-notes, emulator\./],
    ['several without a folder', ['openapi'], /Name one provider, or a folder .*: --out DIR\./],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const { code, err } = await workplace().run(args);
      assert.equal(code, 2);
      assert.match(err, message);
      assert.equal(existsSync(join(workplace().folder, 'demo-notes.openapi.json')), false);
    });
  }
});
