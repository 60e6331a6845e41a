import { existsSync } from 'node:fs';
import path from 'node:path';
import type { SettingSecret } from '../../core/connections/hardCodedSettings';
import { withPositions } from '../../core/json/jsonPlace';
import { proxyAccountsInFile, secretsInFile } from '../../core/requests/editing/secretsInFile';
import { gitIgnored } from '../../node/environment/gitIgnored';
import { environmentName } from '../environmentName';
import type { FileIssue } from '../fileIssue';
import { readRequestText } from '../readRequestText';
import type { Workplace } from '../workplace';

/** Of the folder that the editor opens; the command line reads them for nothing else. */
export const folderSettings = '.vscode/settings.json';

/** Files with the editor's settings, whose keys and tokens are looked for. */
export function isSettingsFile(file: string): boolean {
  return /(?:^|[\\/])settings\.json$|\.code-workspace$/.test(file);
}

/** Those of the working folder, where it has some and they are not among the files that were named. */
export function settingsBeside({ cwd }: Pick<Workplace, 'cwd'>, files: readonly string[]): readonly string[] {
  const place = path.resolve(cwd, folderSettings);
  const isNamed = files.some((file) => path.resolve(cwd, file) === place);
  return !isNamed && existsSync(place) ? [folderSettings] : [];
}

/** Keys and tokens in such a file. What git leaves alone stays on this machine. */
export async function settingsIssues(
  { cwd }: Pick<Workplace, 'cwd'>,
  file: string,
): Promise<readonly FileIssue[] | { readonly unreadable: string }> {
  const content = readRequestText(cwd, file);
  if (content.kind === 'unreadable') return { unreadable: content.detail };
  const found = [
    ...secretsInFile(content.text).map((secret) => ({ ...secret, message: messageOf(secret) })),
    ...proxyAccountsInFile(content.text).map((place) => ({ ...place, message: ofProxy })),
  ];
  if (found.length === 0 || (await gitIgnored(path.resolve(cwd, file))) === true) return [];
  const inOrder = found.sort((one, other) => one.offset - other.offset);
  return withPositions(content.text, inOrder).map(({ pointer, message, line, column }) => ({
    ...{ file, path: pointer, code: 'hard_coded_setting', severity: 'warning', message, line, column },
  }));
}

function messageOf({ connection, provider, name }: SettingSecret): string {
  return (
    `This looks like a key or token of the connection "${connection}", and whoever gets the settings gets it, too. ` +
    'The quick fix of the editor moves it to the credentials; for the command line give it as ' +
    `${environmentName(provider, name)} in the environment.`
  );
}

const ofProxy =
  'User name and password of a proxy stand here, and whoever gets the settings gets them, too. The quick fix of the editor moves them to the secret storage; the command line takes them from HTTPS_PROXY in the environment.';
