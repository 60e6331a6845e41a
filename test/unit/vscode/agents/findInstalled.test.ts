import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findInstalled } from '../../../../src/vscode/agents/findInstalled';

describe('an installed command line', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'esign-installed-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const install = (folder: string, manifest: object) => {
    mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, folder, 'package.json'), JSON.stringify(manifest));
    return join(root, folder, 'esign.cjs');
  };
  const ours = (version: string) => ({ name: 'esign-workbench', version, bin: { esign: 'esign.cjs' } });

  it('is that of a folder, before the one of PATH', async () => {
    const own = install('app/node_modules/esign-workbench', ours('1.0.0'));
    install('bin/node_modules/esign-workbench', ours('2.0.0'));
    const env = { PATH: join(root, 'bin') };
    const folders = [join(root, 'empty'), join(root, 'app')];
    assert.deepEqual(await findInstalled(folders, env), { program: own, version: '1.0.0' });
    assert.equal((await findInstalled([join(root, 'empty')], env))?.version, '2.0.0');
  });

  it('is found behind the link that PATH leads to', async () => {
    const program = install('lib/node_modules/esign-workbench', ours('3.0.0'));
    writeFileSync(program, '');
    mkdirSync(join(root, 'bin'));
    symlinkSync(program, join(root, 'bin', 'esign'));
    assert.equal((await findInstalled([], { PATH: join(root, 'bin') }))?.version, '3.0.0');
  });

  it('is none where a command or package of that name is another program, or broken', async () => {
    const other = install('other', { name: 'esign', version: '1.0.0', bin: { esign: 'esign.cjs' } });
    writeFileSync(join(dirname(other), 'esign'), '');
    install('app/node_modules/esign-workbench', { name: 'esign-workbench', version: 7 });
    assert.equal(await findInstalled([join(root, 'app')], { PATH: dirname(other) }), undefined);
    assert.equal(await findInstalled([], {}), undefined);
  });
});
