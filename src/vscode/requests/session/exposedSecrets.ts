import type * as vscode from 'vscode';
import { hardCodedIssues, hardCodedSecrets } from '../../../core/secrets/hardCodedSecrets';
import { isIgnoredFile } from '../../shell/ignoredFile';
import type { CheckedRequest } from './checkRequest';

/** With what is said of keys and tokens in a file that git does not leave alone. */
export async function withExposedSecrets(state: CheckedRequest, uri: vscode.Uri): Promise<CheckedRequest> {
  if (state.kind !== 'checked') return state;
  const found = hardCodedSecrets(state.operation, state.request);
  if (found.length === 0 || (await isIgnoredFile(uri))) return state;
  return { ...state, issues: [...state.issues, ...hardCodedIssues(found)] };
}
