import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { newsBetween } from '../../../core/releases/releaseNews';
import { showInfo } from '../notices';
import { executeCommand } from '../runCommand';

/** A package has it in lower case. */
const files = ['changelog.md', 'CHANGELOG.md'];

/** After an update that brought something: one message that leads to it. */
export async function tellWhatIsNew({ extension, extensionUri }: vscode.ExtensionContext, seen: string): Promise<void> {
  const current = String(extension.packageJSON.version);
  const news = newsBetween(await readChangelog(extensionUri), { seen, current });
  if (news === 0) return;
  const answer = await showInfo(
    news === 1
      ? t('E-Sign Workbench is {0} now, with 1 new thing.', current)
      : t('E-Sign Workbench is {0} now, with {1} new things.', current, news),
    t("What's New"),
  );
  if (answer !== undefined) await executeCommand('esign.showWhatIsNew');
}

async function readChangelog(folder: vscode.Uri): Promise<string> {
  for (const name of files) {
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name)));
    } catch {
      // Under the other name.
    }
  }
  return '';
}
