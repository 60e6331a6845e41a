import type * as vscode from 'vscode';
import { hardCodedIssues, hardCodedSecrets } from '../../../core/secrets/hardCodedSecrets';
import { gitIgnored } from '../../../node/environment/gitIgnored';
import type { CheckedRequest } from './checkRequest';

/** With what is said of keys and tokens in a file that git does not leave alone. */
export async function withExposedSecrets(state: CheckedRequest, uri: vscode.Uri): Promise<CheckedRequest> {
  if (state.kind !== 'checked') return state;
  const found = hardCodedSecrets(state.operation, state.request);
  if (found.length === 0 || (uri.scheme === 'file' && (await isIgnored(uri.fsPath)))) return state;
  return { ...state, issues: [...state.issues, ...hardCodedIssues(found)] };
}

const answers = new Map<string, { readonly at: number; readonly ignored: Promise<boolean | undefined> }>();
/** While somebody types, git is not asked again. */
const keptMs = 10_000;

async function isIgnored(file: string): Promise<boolean> {
  const known = answers.get(file);
  const answer =
    known !== undefined && Date.now() - known.at < keptMs ? known : { at: Date.now(), ignored: gitIgnored(file) };
  answers.set(file, answer);
  return (await answer.ignored) === true;
}
