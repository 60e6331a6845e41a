import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../host/lifetime.mjs';

export const crashCommand = 'Crash the Extension Host';

/** The folder of an extension that ends the process which all extensions run in, as one that crashes does. */
export function crashExtension(): string {
  const folder = join(temporaryFolder('crash'), 'extension');
  mkdirSync(folder);
  const manifest = {
    ...{ publisher: 'tests', name: 'crash', version: '1.0.0', engines: { vscode: '^1.90.0' }, main: 'main.js' },
    contributes: { commands: [{ command: 'tests.crash', title: crashCommand }] },
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(
    join(folder, 'main.js'),
    `const { commands } = require('vscode');
exports.activate = () => commands.registerCommand('tests.crash', () => process.kill(process.pid, 'SIGKILL'));
`,
  );
  return folder;
}
