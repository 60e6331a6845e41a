import type * as vscode from 'vscode';

const answers = new Map<string, { readonly at: number; readonly ignored: Promise<boolean | undefined> }>();
/** While somebody types, git is not asked again. */
const keptMs = 10_000;

/** Whether git leaves a file alone. What is on no disk of this machine is not ignored. */
export async function isIgnoredFile({ scheme, fsPath }: vscode.Uri): Promise<boolean> {
  if (scheme !== 'file') return false;
  const known = answers.get(fsPath);
  const answer =
    known !== undefined && Date.now() - known.at < keptMs ? known : { at: Date.now(), ignored: ask(fsPath) };
  answers.set(fsPath, answer);
  return (await answer.ignored) === true;
}

async function ask(file: string): Promise<boolean | undefined> {
  const { gitIgnored } = await import('../../node/environment/gitIgnored');
  return gitIgnored(file);
}
