import { execFile } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { waitsOutside } from '../waitingTimes';

/**
 * Whether git leaves a file alone; undefined where it lies in no work tree or there is no git to ask. A file that is
 * tracked is not ignored, whatever the patterns say.
 */
export function gitIgnored(file: string): Promise<boolean | undefined> {
  // The folder may be anybody's: no program that its settings name is started, and none that lies in it.
  const args = [
    '-C',
    path.dirname(file),
    '-c',
    'core.fsmonitor=false',
    'check-ignore',
    '-q',
    '--',
    path.basename(file),
  ];
  return new Promise((resolve) => {
    execFile('git', args, { cwd: os.homedir(), timeout: waitsOutside.gitMs, windowsHide: true }, (error) => {
      if (error === null) resolve(true);
      else resolve(error.code === 1 ? false : undefined);
    });
  });
}
