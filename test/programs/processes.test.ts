import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const processes = pathToFileURL(join('test', 'host', 'processes.mjs')).href;

describe('A process that the tools started', () => {
  it('says how it ended', () => {
    const { stdout, status } = runTool("startProcess(process.execPath, ['-e', 'process.exit(3)'])", '');
    assert.equal(stdout, 'ended with 3\n');
    assert.equal(status, 0);
  });

  it('says nothing where it ends with the tool, on Ctrl+C', () => {
    const lasting = "startProcess(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])";
    const { stdout, status } = runTool(lasting, "child.once('spawn', () => process.emit('SIGINT'));");
    assert.equal(stdout, '');
    assert.equal(status, 130);
  });
});

/** A tool that starts a process, and then does something. */
function runTool(start: string, then: string) {
  const script = `
    import { startProcess } from '${processes}';
    const { child, exited } = ${start};
    void exited.then((code) => console.info('ended with ' + code));
    ${then}
  `;
  return spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
}
