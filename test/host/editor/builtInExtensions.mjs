import { readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../lifetime.mjs';

/**
 * Extensions that the editor brings along and that no test is about: assistants, source control, accounts, other languages
 * and their debuggers. Reading and starting them takes a third of what opening a window costs.
 */
const unneeded = new Set([
  ...['copilot', 'github', 'github-authentication', 'microsoft-authentication', 'tunnel-forwarding'],
  ...['git', 'git-base', 'merge-conflict', 'terminal-suggest'],
  ...['typescript-language-features', 'php-language-features', 'css-language-features', 'html-language-features'],
  ...['emmet', 'npm', 'grunt', 'gulp', 'jake', 'ipynb', 'notebook-renderers'],
  ...['debug-auto-launch', 'debug-server-ready', 'ms-vscode.js-debug', 'ms-vscode.js-debug-companion'],
  'ms-vscode.vscode-js-profile-table',
]);

/** A folder with links to the others. @param {string} extensions Those of the editor. */
export function neededExtensions(extensions) {
  const folder = temporaryFolder('built-in');
  for (const name of readdirSync(extensions)) {
    if (!unneeded.has(name)) symlinkSync(join(extensions, name), join(folder, name), 'junction');
  }
  return folder;
}
