import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EditorHost } from './editorHost';

/** What the editor keeps of files that are not saved. */
export function backupsOf({ userDataDir }: EditorHost): string {
  const folder = join(userDataDir, 'User', 'Backups');
  if (!existsSync(folder)) return '';
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((file) => readFileSync(join(file.parentPath, file.name), 'utf8')).join('\n');
}
