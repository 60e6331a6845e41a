import { issueGroups } from '../../../src/core/forms/checks/issueGroups';
import { mendsForAll } from '../../../src/core/forms/checks/mendsForAll';
import { validateRequest } from '../../../src/core/forms/checks/validateRequest';
import { fieldAt } from '../../../src/core/forms/fieldAt';
import { formModel } from '../../../src/core/forms/formModel';
import { readRows } from '../../../src/core/forms/rows/csvText';
import { guessChoices } from '../../../src/core/forms/rows/guessChoices';
import { planRows } from '../../../src/core/forms/rows/planRows';
import type { Operation, RequestValues } from '../../../src/core/operation';
import type { Provider } from '../../../src/core/provider';
import { ProviderRegistry } from '../../../src/core/registry';
import { editTexts } from '../../../src/core/requests/editing/editTexts';
import { getAt } from '../../../src/core/requests/pointer';
import { describeVariables } from '../../../src/core/requests/references/previewVariables';
import type { FormEdit } from '../../../src/protocol/form';
import type { JsonObject, JsonValue } from '../../../src/protocol/json';
import type { FormToHost, Message, SetUpToHost } from '../../../src/protocol/messages';
import type { ConnectionChoice, FormState } from '../../../src/protocol/pages/formState';
import { columnsOf } from '../../../src/protocol/table/columns';
import type { RowsPreview } from '../../../src/protocol/table/rows';
import { providers } from '../../../src/providers';
import { eventState, lostEvent } from './eventSamples';
import { formSamples, unreadableSamples } from './formSamples';
import { journeySamples } from './journeySamples';
import { replySamples } from './replySamples';
import { receiveSetUp } from './setUpSamples';

/*
 * Stands in for the editor around a page: hands out the API, answers its messages with samples and, for the form,
 * with the real model and the real check of the values.
 */

const parameters = new URLSearchParams(location.search);
const sample = parameters.get('sample') ?? '';
const delayMs = Number(parameters.get('delay') ?? '10');
const sent: unknown[] = [];

Object.assign(window, {
  sentMessages: sent,
  acquireVsCodeApi: () => ({
    postMessage: (message: Message<FormToHost> & Message<SetUpToHost>) => {
      sent.push(message);
      const isSetUp = location.pathname === '/setUp';
      setTimeout(() => void (isSetUp ? receiveSetUp(sample, message, post) : receive(message)), delayMs);
    },
    getState: () => undefined,
    setState: () => {},
  }),
});

let form: { provider: Provider; operation: Operation } | undefined;
let values: JsonObject = {};
let history: JsonObject[] = [];
let version = 0;
let handled = 0;
let sending = formSamples[sample]?.sending ?? false;
let origin = formSamples[sample]?.origin;
let connection = formSamples[sample]?.connection ?? 'demo';

async function receive(message: Message<FormToHost>): Promise<void> {
  if (message.type === 'ready' && location.pathname !== '/form') return showOther();
  if (message.type === 'ready') await load();
  if (message.type === 'edit') {
    history.push(values);
    values = edited(message.edits);
    handled = message.number;
  }
  if (message.type === 'mendAll') {
    history.push(values);
    const edits = mendsForAll(issues()).find(({ title }) => title === message.title)?.edits ?? [];
    values = edited(edits);
  }
  const rows = rowsMessage(message);
  if (rows) return post(rows);
  if (message.type === 'chooseConnection') connection = message.id;
  if (message.type === 'dismissOrigin') origin = undefined;
  const [problem] = issues().filter(({ severity }) => severity === 'error');
  if (message.type === 'send') sending = problem === undefined;
  if (message.type === 'cancel') sending = false;
  if (location.pathname === '/form') show();
  if (message.type === 'send' && problem) post({ type: 'reveal', pointer: problem.pointer });
}

/** Rows that are pasted are shown as in the editor. */
function rowsMessage(message: Message<FormToHost>) {
  if (message.type === 'dropRows') return { type: 'rows', preview: null };
  if (message.type !== 'readRows') return undefined;
  const { pointer, text } = message;
  const model = form && formModel(form.provider, form.operation);
  const list = model && fieldAt(model, pointer);
  if (list?.kind !== 'list') return undefined;
  const items = getAt(values, pointer) as readonly JsonValue[];
  const target = { pointer, list, items, columns: columnsOf(list) };
  const choices = guessChoices(text, target.columns);
  const all = readRows(text, choices.separator).rows;
  const rows = all.slice(choices.hasHead ? 1 : 0);
  const { added, updated, skipped, existing, refused } = planRows(rows, choices, target);
  const columns = choices.targets.map((_, index) => ({
    head: choices.hasHead ? (all[0]?.[index] ?? '') : `Column ${index + 1}`,
    samples: rows.map((row) => row[index] ?? '').slice(0, 3),
  }));
  const counts = { rows: rows.length, added, updated, skipped };
  const preview: RowsPreview = {
    ...{ pointer, source: 'the clipboard', choices, columns, ...counts, refused, wrong: [], cell: true },
    ...(existing && { existing }),
  };
  return { type: 'rows', preview };
}

async function showOther(): Promise<void> {
  if (location.pathname === '/event') await showEvent();
  else if (location.pathname === '/reply') showReply();
  else post({ type: 'state', state: journeySamples[sample]?.() });
}

async function showEvent(): Promise<void> {
  if (sample === 'gone') post({ type: 'gone', ...lostEvent });
  else post({ type: 'state', state: await eventState(sample), kept: {} });
}

function showReply(): void {
  post({
    type: 'state',
    state: replySamples[sample]?.(),
    layout: { wrap: true, raw: false },
    trail: { back: sample === 'links' ? 'Create embedded invites · 200' : undefined, forward: undefined },
  });
}

async function load(): Promise<void> {
  const { operation, values: start } = formSamples[sample] ?? { operation: sample };
  form = await new ProviderRegistry(providers).operation(operation);
  const example = form?.operation.examples[0];
  values =
    form && start
      ? start(form.operation)
      : ({ path: example?.path, query: example?.query, body: example?.body } as JsonObject);
  values = JSON.parse(JSON.stringify(values));
  history = [];
  handled = 0;
  if (form) post({ type: 'open', model: formModel(form.provider, form.operation) });
}

function edited(edits: readonly FormEdit[]): JsonObject {
  return JSON.parse(editTexts(JSON.stringify(values, null, 2), edits));
}

function issues() {
  return form ? validateRequest(form.operation, values as RequestValues).issues : [];
}

function show(): void {
  version += 1;
  post({ type: 'state', version, handled, state: formState() });
}

function formState(): FormState {
  const unreadable = unreadableSamples[sample];
  if (unreadable) return unreadable;
  if (!form) {
    return {
      kind: 'unreadable',
      title: 'The request file cannot be read',
      message: 'Line 4: a comma is missing.',
      nextStep: 'Mend the JSON in the text editor, or start from a new request.',
    };
  }
  return {
    kind: 'form',
    values,
    issues: issues(),
    mendsForAll: mendsForAll(issues()).map(({ title }) => title),
    issueGroups: issueGroups(issues()),
    spellings: {},
    attachments: formSamples[sample]?.attachments ?? {},
    variables: describeVariables({ signer: 'anna@example.com', document: 'd-4711' }),
    sentAs: formSamples[sample]?.sentAs ?? {},
    suggestions: formSamples[sample]?.suggestions ?? {},
    connection,
    connections,
    notices: formSamples[sample]?.notices ?? [],
    translations: formSamples[sample]?.translations ?? [],
    ...(origin !== undefined && { origin }),
    sending,
    ...(sending && { passedMs: 12_000 }),
    ...(formSamples[sample]?.notes && { notes: formSamples[sample].notes }),
    ...(formSamples[sample]?.broken && { broken: formSamples[sample].broken }),
  };
}

const connections: readonly ConnectionChoice[] = [
  { id: 'demo', title: 'Demo account', environment: 'Emulator', live: false, baseUrl: 'http://127.0.0.1:41901' },
  { id: 'eval', title: 'Team sandbox', environment: 'Sandbox', live: false, baseUrl: 'https://api-eval.signnow.com' },
  { id: 'prod', title: 'Acme', environment: 'Production', live: true, baseUrl: 'https://api.signnow.com' },
];

function post(message: unknown): void {
  // Messages are copied on their way, as between the editor and a real panel.
  window.postMessage(structuredClone(message), '*');
}

// The editor's own key bindings.
window.addEventListener('keydown', (event) => {
  if (location.pathname !== '/form' || !(event.ctrlKey || event.metaKey)) return;
  if (event.key === 'Enter') post({ type: 'submit' });
  if (event.key !== 'z') return;
  event.preventDefault();
  values = history.pop() ?? values;
  show();
});
