import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';

export type PageName = 'form' | 'reply' | 'journey' | 'setUp' | 'embed' | 'event' | 'inspector';

/** What `parts.json` in dist/webview says of a page. */
interface PageParts {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** What stands in a page instead of being asked for: an editor brings it file by file, over several processes. */
export function readParts(extension: vscode.Uri, page: PageName): { readonly script: string; readonly style: string } {
  const read = (file: string): string =>
    readFileSync(vscode.Uri.joinPath(extension, 'dist', 'webview', file).fsPath, 'utf8');
  const parts: Readonly<Record<PageName, PageParts>> = JSON.parse(read('parts.json'));
  const { scripts, styles } = parts[page];
  return { script: joined(scripts, read), style: styles.map(read).join('') };
}

/** The first part runs, the others when they are asked for. */
function joined(parts: readonly string[], read: (file: string) => string): string {
  const all = parts.map((part) => `${JSON.stringify(`./${part}`)}(module, exports, require) {${read(part)}\n}`);
  return `const parts = {${all.join(',\n')}};
const made = {};
const require = (name) => {
  if (!made[name]) {
    made[name] = { exports: {} };
    parts[name](made[name], made[name].exports, require);
  }
  return made[name].exports;
};
require(${JSON.stringify(`./${parts[0]}`)});`;
}
