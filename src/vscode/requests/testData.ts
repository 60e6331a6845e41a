import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { PeopleList } from '../../core/forms/testData/fillPeople';
import { type EdgeKind, edgeKindName, edgeKinds } from '../../protocol/testData';
import { showInput, showPick } from '../shell/asking/boxes';
import { showInfo } from '../shell/notices';
import { requestInSight } from './requestTab';
import type { CheckedRequest } from './session/checkRequest';
import type { OpenRequests } from './session/openRequests';
import type { RequestSession } from './session/requestSession';

/** Fills what is empty in the active request, be it shown as form or as text, in one step that is undone as one. */
export async function fillWithExamples(requests: OpenRequests): Promise<void> {
  const active = await activeSession(requests);
  if (active === undefined) return;
  const { fillExamples } = await import('../../core/forms/testData/fillExamples');
  const { session, state } = active;
  const edits = fillExamples(state.operation, state.request);
  if (edits.length === 0) await showInfo(t('Nothing is empty that has an example.'));
  else await session.edits.apply(edits, session.version);
}

/** Adds people who do not exist to a list of the active request. */
export async function addMadeUpSigners(requests: OpenRequests): Promise<void> {
  const active = await activeSession(requests);
  if (active === undefined) return;
  const { addPeople, peopleLists } = await import('../../core/forms/testData/fillPeople');
  const { session, state } = active;
  const lists = peopleLists(state.operation, state.request);
  const list = lists.length > 1 ? await pickList(lists) : lists[0];
  if (list === undefined) {
    if (lists.length === 0) await showInfo(t('This request has no list of people.'));
    return;
  }
  const count = await askCount();
  const kind = count === undefined ? undefined : await pickKind();
  if (count === undefined || kind === undefined) return;
  const { edge } = kind;
  const edits = addPeople(list, state.request, { count, ...(edge !== undefined && { edge }) });
  await session.edits.apply(edits, session.version);
}

interface Active {
  readonly session: RequestSession;
  readonly state: CheckedRequest & { readonly kind: 'checked' };
}

async function activeSession(requests: OpenRequests): Promise<Active | undefined> {
  const active = requestInSight();
  const document = active && (await vscode.workspace.openTextDocument(active.uri));
  const session = document && (await requests.session(document));
  const state = await session?.check();
  if (session !== undefined && state?.kind === 'checked') return { session, state };
  await showInfo(t('Open a request (*.esign.json) that can be read to fill it.'));
  return undefined;
}

async function pickList(lists: readonly PeopleList[]): Promise<PeopleList | undefined> {
  const items = lists.map((list) => ({
    label: list.shape.meta.title ?? list.pointer,
    description: list.pointer,
    list,
  }));
  return (await showPick(items, { title: t('Add Made-up Signers: to which list?') }))?.list;
}

const most = 1000;

async function askCount(): Promise<number | undefined> {
  const answer = await showInput({
    title: t('Add Made-up Signers'),
    prompt: t('How many? Addresses are of example.com, .org and .net: nobody gets mail.'),
    value: '3',
    validateInput: (text) =>
      /^[1-9]\d{0,3}$/.test(text.trim()) && Number(text) <= most ? undefined : t('Enter a number from 1 to {0}.', most),
  });
  return answer === undefined ? undefined : Number(answer);
}

async function pickKind() {
  const items: readonly (vscode.QuickPickItem & { readonly edge?: EdgeKind })[] = [
    { label: t('Names of many languages and lengths') },
    ...edgeKinds.map((edge) => ({ label: edgeKindName(edge), edge })),
  ];
  return showPick(items, { title: t('Add Made-up Signers: of which kind?') });
}
