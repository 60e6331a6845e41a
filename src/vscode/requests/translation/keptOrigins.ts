import type * as vscode from 'vscode';
import { inEnglish, inOwnLanguage } from '../../../core/language/storedTexts';
import type { RequestOrigin } from '../../../protocol/pages/formState';

/** In the workspace's state, so that what was left out is still said after the window was reloaded. */
const key = 'esign.requests.origins';

/** The oldest are forgotten. */
const mostKept = 50;

interface Kept {
  /** An unsaved file keeps its path when it is saved. */
  readonly path: string;
  /** What the request was made into: of another one in its place nothing is said. */
  readonly operation: string;
  readonly origin: RequestOrigin;
}

type Memory = Pick<vscode.ExtensionContext, 'workspaceState'>;

export function keptOrigin(memory: Memory, { path }: vscode.Uri, operation: string): RequestOrigin | undefined {
  const found = kept(memory).find((one) => one.path === path && one.operation === operation);
  return inOwnLanguage(found?.origin);
}

export async function keepOrigin(
  memory: Memory,
  { path }: vscode.Uri,
  operation: string,
  origin: RequestOrigin,
): Promise<void> {
  const others = kept(memory).filter((one) => one.path !== path);
  await memory.workspaceState.update(key, [...others, { path, operation, origin: inEnglish(origin) }].slice(-mostKept));
}

/** Along with the request, which is saved under another path. */
export async function moveOrigin(memory: Memory, from: vscode.Uri, to: vscode.Uri): Promise<void> {
  const origin = kept(memory).find(({ path }) => path === from.path);
  if (origin !== undefined) await keepOrigin(memory, to, origin.operation, origin.origin);
}

/** When it is dismissed, and when something else begins in its place. */
export async function forgetOrigin(memory: Memory, { path }: vscode.Uri): Promise<void> {
  const all = kept(memory);
  const others = all.filter((one) => one.path !== path);
  if (others.length < all.length) await memory.workspaceState.update(key, others);
}

function kept({ workspaceState }: Memory): readonly Kept[] {
  return workspaceState.get<readonly Kept[]>(key, []);
}
