import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { holdPortRange } from '../host/ports.mjs';

const ports = pathToFileURL(join('test', 'host', 'ports.mjs')).href;

describe('Ports in a row', () => {
  it('are given to one alone of those that ask at the same time', async () => {
    const held = await Promise.all(Array.from({ length: 8 }, () => holdPortRange()));
    const bases = held.map(({ base }) => base);
    const others = await Promise.all(Array.from({ length: 4 }, heldElsewhere));
    await Promise.all(held.map(({ release }) => release()));
    assert.equal(new Set(bases).size, bases.length);
    for (const base of others) assert.ok(!bases.includes(base), `${base} of ${bases.join(', ')}`);
  });
});

/** Of a process that ends without giving them back. */
async function heldElsewhere(): Promise<number> {
  const script = `import { holdPortRange } from '${ports}'; console.info((await holdPortRange()).base);`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
  return Number(stdout);
}
