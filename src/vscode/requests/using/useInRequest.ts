import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { fieldAt } from '../../../core/forms/fieldAt';
import { formModel } from '../../../core/forms/formModel';
import { titlesOf } from '../../../core/forms/titlesOf';
import { editsToUse } from '../../../core/offers/editsToUse';
import { replacementsBetween } from '../../../core/requests/editing/editText';
import { editTexts } from '../../../core/requests/editing/editTexts';
import { pointerAt } from '../../../core/requests/editing/pointerAt';
import { getAt } from '../../../core/requests/pointer';
import type { FormEdit } from '../../../protocol/form';
import { DocumentSource } from '../../documents/resources';
import { pickOne } from '../../shell/asking/pickOne';
import { showInfo } from '../../shell/notices';
import type { TreeTarget } from '../../shell/treeTarget';
import type { RequestServices } from '../requestServices';
import { requestInSight } from '../requestTab';
import type { CheckedRequest } from '../session/checkRequest';
import type { RequestSession } from '../session/requestSession';
import type { SessionSource } from '../session/sessionSource';

type Checked = CheckedRequest & { readonly kind: 'checked' };

/** Names what the tree shows in the request that is in front. */
export async function useInRequest(services: RequestServices, requests: SessionSource, target: TreeTarget) {
  const active = requestInSight();
  if (active === undefined) return void showInfo(t('Open a request first: what is chosen in the tree is put into it.'));
  const session = await requests.session(await vscode.workspace.openTextDocument(active.uri));
  await session.settled();
  const { state, version } = session;
  const edits = state && (await editsIn(services, state, target));
  if (edits !== undefined) await session.edits.apply(edits, version);
}

export interface Drop {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
  readonly target: TreeTarget;
}

/** In a value it takes its place; elsewhere it goes where it belongs. */
export async function dropIntoText(
  services: RequestServices,
  requests: SessionSource,
  { document, position, target }: Drop,
): Promise<vscode.DocumentDropEdit | undefined> {
  const state = await (await requests.session(document)).check();
  const before = document.getText();
  const pointer = pointerAt(before, document.offsetAt(position));
  const isText = pointer !== undefined && state.kind === 'checked' && typeof getAt(state.request, pointer) === 'string';
  const value = target.recipient ?? target.document ?? '';
  const edits = isText ? [{ kind: 'set', pointer, value } as const] : await editsIn(services, state, target);
  if (edits === undefined) return undefined;
  const drop = new vscode.DocumentDropEdit('');
  drop.additionalEdit = new vscode.WorkspaceEdit();
  for (const { offset, length, text } of replacementsBetween(before, editTexts(before, edits))) {
    const range = new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
    drop.additionalEdit.replace(document.uri, range, text);
  }
  return drop;
}

export interface FormDrop {
  readonly pointer: string;
  /** Of the text that the pointer is of. */
  readonly version: number;
  readonly target: TreeTarget;
}

/** On a field of text it is its value; elsewhere it goes where it belongs. */
export async function dropIntoForm(
  services: RequestServices,
  session: RequestSession,
  { pointer: seen, version: seenAt, target }: FormDrop,
): Promise<void> {
  await session.settled();
  const { state, version } = session;
  if (state === undefined) return;
  const pointer = session.edits.placeOf(seen, seenAt, version);
  const value = target.recipient ?? target.document ?? '';
  const edits =
    pointer !== undefined && isTextField(state, pointer)
      ? [{ kind: 'set', pointer, value } as const]
      : await editsIn(services, state, target);
  if (edits !== undefined) await session.edits.apply(edits, version);
}

function isTextField(state: CheckedRequest, pointer: string): boolean {
  if (state.kind !== 'checked') return false;
  const field = fieldAt(formModel(state.provider, state.operation), pointer);
  return field?.kind === 'text' && !field.secret;
}

async function editsIn(
  services: RequestServices,
  state: CheckedRequest,
  target: TreeTarget,
): Promise<readonly FormEdit[] | undefined> {
  if (state.kind !== 'checked') return void showInfo(t('Put the request right first: it cannot be read.'));
  const { connection } = target;
  const use = await editsToUse(state, target, async () => {
    const found = await new DocumentSource(services).connection({ ...target, connection: connection ?? '' });
    return services.sender.call(state.provider, found);
  });
  if (use.kind === 'refused') return void showInfo(use.why);
  if (use.kind === 'edits') return use.edits;
  const pointer = await pickField(state, use.pointers);
  return pointer === undefined ? undefined : [{ kind: 'set', pointer, value: use.value }];
}

async function pickField({ provider, operation, request }: Checked, pointers: readonly string[]) {
  const titleOf = titlesOf(provider, operation);
  const items = pointers.map((pointer) => ({
    label: titleOf(pointer),
    description: String(getAt(request, pointer)),
    value: pointer,
  }));
  return pickOne(t('In the place of which one?'), items, 'always');
}
