import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { filesFolder } from '../../../src/cli/commands/mcp/filesFolder';

describe('The files of esign mcp', () => {
  let top: string;
  before(() => {
    top = realpathSync(mkdtempSync(path.join(tmpdir(), 'esign-files-')));
    mkdirSync(path.join(top, 'people', 'anna', 'project'), { recursive: true });
    mkdirSync(path.join(top, 'people', 'anna-2'));
    symlinkSync(path.join(top, 'people', 'anna'), path.join(top, 'link'));
  });
  after(() => rmSync(top, { recursive: true }));

  const cases = [
    { cwd: 'people/anna/project', read: 'people/anna/project' },
    { cwd: 'people/anna-2', read: 'people/anna-2' },
    { cwd: 'people/anna', read: undefined },
    { cwd: 'link', read: undefined },
    { cwd: 'people', read: undefined },
    { cwd: '/', read: undefined },
    { cwd: '/', named: 'people/anna', read: 'people/anna' },
    { cwd: 'people/anna', named: 'people/anna', read: 'people/anna' },
  ] as const;
  for (const { cwd, read, ...rest } of cases) {
    const named = 'named' in rest ? rest.named : undefined;
    it(`started in ${cwd}${named === undefined ? '' : ` with --files ${named}`}, are ${read ?? 'none'}`, () => {
      const inTop = (name: string | undefined) => (name === undefined ? undefined : path.resolve(top, name));
      assert.equal(filesFolder(path.resolve(top, cwd), inTop(named), path.join(top, 'people', 'anna')), inTop(read));
    });
  }

  it('are none at the top of a disk, wherever the home folder is', () => {
    assert.equal(filesFolder(path.parse(top).root, undefined, path.join(top, 'gone')), undefined);
  });
});
