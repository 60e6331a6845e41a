import type { EmulatorTools } from '../../../core/emulation';
import { refuse } from '../failures';
import { callerIn } from './account';
import { viewLabel, viewSignatureUi } from './signatureUiView';
import type { Handlers, SignatureUi, SignatureUiLabel, State } from './state';

export const signatureUiHandlers: Pick<
  Handlers,
  'listSignatureUis' | 'createSignatureUi' | 'getSignatureUi' | 'updateSignatureUi' | 'deleteSignatureUi'
> = {
  listSignatureUis: ({ state }) => ({
    status: 200,
    body: [...state.signatureUis.values()].map((ui) => viewSignatureUi(state, ui)),
  }),
  createSignatureUi: ({ state, values: { body }, caller, tools }) => {
    const { labels = [], ...settings } = body;
    const creator = callerIn(state, caller).id;
    const ui: SignatureUi = { id: `/signature_uis/${tools.uuid()}`, creator, settings, ...bornNow(tools) };
    state.signatureUis.set(ui.id, ui);
    for (const { name, languages = {} } of labels)
      addLabel(state, { name, languages, creator, signatureUi: ui.id }, tools);
    return { status: 201, body: viewSignatureUi(state, ui) };
  },
  getSignatureUi: ({ state, values: { path } }) => {
    const ui = signatureUiAt(state, path.id);
    return ui ? { status: 200, body: viewSignatureUi(state, ui) } : refuse('signature-ui-not-found');
  },
  updateSignatureUi: ({ state, values: { path, body }, tools }) => {
    const ui = signatureUiAt(state, path.id);
    if (ui === undefined) return refuse('signature-ui-not-found');
    const { name = ui.settings.name, ...settings } = body;
    ui.settings = { ...ui.settings, ...settings, name };
    ui.updatedAt = tools.now();
    return { status: 200, body: viewSignatureUi(state, ui) };
  },
  deleteSignatureUi: ({ state, values: { path } }) => {
    const ui = signatureUiAt(state, path.id);
    if (ui === undefined) return refuse('signature-ui-not-found');
    state.signatureUis.delete(ui.id);
    for (const label of state.signatureUiLabels.values()) {
      if (label.signatureUi === ui.id) state.signatureUiLabels.delete(label.id);
    }
    return { status: 204 };
  },
};

export const signatureUiLabelHandlers: Pick<
  Handlers,
  | 'listSignatureUiLabels'
  | 'createSignatureUiLabel'
  | 'getSignatureUiLabel'
  | 'updateSignatureUiLabel'
  | 'deleteSignatureUiLabel'
> = {
  listSignatureUiLabels: ({ state, values: { query } }) => ({
    status: 200,
    body: [...state.signatureUiLabels.values()]
      .filter(({ name }) => query.name === undefined || query.name === name)
      .filter(({ signatureUi }) => query.signatureUi === undefined || query.signatureUi === signatureUi)
      .map(viewLabel),
  }),
  createSignatureUiLabel: ({ state, values: { body }, caller, tools }) => {
    const { name, languages = {}, signatureUi } = body;
    if (!state.signatureUis.has(signatureUi)) return refuse('object-unknown', { id: signatureUi });
    const creator = callerIn(state, caller).id;
    return { status: 201, body: viewLabel(addLabel(state, { name, languages, creator, signatureUi }, tools)) };
  },
  getSignatureUiLabel: ({ state, values: { path } }) => {
    const label = labelAt(state, path.id);
    return label ? { status: 200, body: viewLabel(label) } : refuse('signature-ui-label-not-found');
  },
  updateSignatureUiLabel: ({ state, values: { path, body }, tools }) => {
    const label = labelAt(state, path.id);
    if (label === undefined) return refuse('signature-ui-label-not-found');
    const { name = label.name, languages = label.languages, signatureUi = label.signatureUi } = body;
    if (!state.signatureUis.has(signatureUi)) return refuse('object-unknown', { id: signatureUi });
    const changed = { ...label, name, languages, signatureUi, updatedAt: tools.now() };
    state.signatureUiLabels.set(changed.id, changed);
    return { status: 200, body: viewLabel(changed) };
  },
  deleteSignatureUiLabel: ({ state, values: { path } }) => {
    const label = labelAt(state, path.id);
    if (label === undefined) return refuse('signature-ui-label-not-found');
    state.signatureUiLabels.delete(label.id);
    return { status: 204 };
  },
};

type NewLabel = Pick<SignatureUiLabel, 'name' | 'languages' | 'creator' | 'signatureUi'>;

function addLabel(state: State, given: NewLabel, tools: EmulatorTools): SignatureUiLabel {
  const label = { id: `/signature_ui_labels/${tools.uuid()}`, ...given, ...bornNow(tools) };
  state.signatureUiLabels.set(label.id, label);
  return label;
}

function bornNow(tools: EmulatorTools) {
  return { createdAt: tools.now(), updatedAt: tools.now() };
}

function signatureUiAt(state: State, uuid: string): SignatureUi | undefined {
  return state.signatureUis.get(`/signature_uis/${uuid}`);
}

function labelAt(state: State, uuid: string): SignatureUiLabel | undefined {
  return state.signatureUiLabels.get(`/signature_ui_labels/${uuid}`);
}
