import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { newsBetween } from '../../../core/releases/releaseNews';
import { commandIds } from '../contributions/commandIds';
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
  if (answer !== undefined) await executeCommand(commandIds.showWhatIsNew);
}

/** The page of the extension asks the Marketplace first, which not everybody reaches: then it is the file that is installed. */
export async function showWhatIsNew({ extension, extensionUri }: vscode.ExtensionContext): Promise<void> {
  try {
    await vscode.commands.executeCommand('extension.open', extension.id, 'changelog');
  } catch {
    const changelog = await findChangelog(extensionUri);
    if (changelog !== undefined) await vscode.commands.executeCommand('markdown.showPreview', changelog.file);
  }
}

async function readChangelog(folder: vscode.Uri): Promise<string> {
  return (await findChangelog(folder))?.text ?? '';
}

async function findChangelog(
  folder: vscode.Uri,
): Promise<{ readonly file: vscode.Uri; readonly text: string } | undefined> {
  for (const name of files) {
    const file = vscode.Uri.joinPath(folder, name);
    try {
      return { file, text: new TextDecoder().decode(await vscode.workspace.fs.readFile(file)) };
    } catch {
      // Under the other name.
    }
  }
  return undefined;
}
