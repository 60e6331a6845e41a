import type { Provider } from '../../../src/core/provider';
import type { FormEdit } from '../../../src/protocol/form';
import type { Message, SetUpToHost } from '../../../src/protocol/messages';
import type { SetUpState, SetUpStep, SetUpTest } from '../../../src/protocol/pages/setUp';
import { providers } from '../../../src/providers';
import { checkDraft, modelOf } from '../../../src/vscode/setup/draft/checkDraft';
import { SetUpDraft, type SetUpSubject } from '../../../src/vscode/setup/draft/setUpDraft';
import { noticesOf } from '../../../src/vscode/setup/page/setUpNotices';
import { newSubject } from '../../unit/fixtures/newSubject';

interface SetUpSample {
  readonly provider?: string;
  readonly subject?: (provider: Provider) => Partial<SetUpSubject>;
  readonly edits?: readonly FormEdit[];
  readonly test?: SetUpTest;
  readonly login?: SetUpState['login'];
}

function set(pointer: string, value: string): FormEdit {
  return { kind: 'set', pointer, value };
}

const filled: readonly FormEdit[] = [
  set('/credentials/clientId', 'app-5f1c0a9b'),
  set('/credentials/clientSecret', 'not-a-secret'),
  set('/credentials/username', 'anna@example.com'),
  set('/credentials/password', 'not-a-password'),
];

const reached: readonly SetUpStep[] = [
  { title: 'Name', outcome: 'passed', text: 'api.example.com is 192.0.2.7.' },
  { title: 'Connection', outcome: 'passed', text: 'Port 443 answers, without a proxy.' },
  {
    title: 'TLS',
    outcome: 'passed',
    text: 'TLS 1.3. The certificate is for *.example.com, by Example CA, until 2027-03-01.',
  },
];

const works: readonly SetUpStep[] = [
  ...reached,
  { title: 'Token', outcome: 'passed', text: 'A token came back. It lives for 30 days.' },
  { title: 'Call', outcome: 'passed', text: '12 documents on the first page.' },
];

const fails: readonly SetUpStep[] = [
  ...reached,
  {
    title: 'Token',
    outcome: 'failed',
    text: 'The API gave no token (400). "invalid_client": it does not know this client ID.',
    nextStep: 'Compare client ID and secret with the API dashboard. Keys of the sandbox do not work in production.',
  },
  { title: 'Call', outcome: 'skipped', text: 'Not tried without a token.' },
];

export const setUpSamples: Readonly<Record<string, SetUpSample>> = {
  new: {},
  wrong: {
    edits: [
      set('/connection/environment', 'custom'),
      set('/connection/baseUrl', 'http://api.example.com'),
      set('/credentials/clientId', '<client id>'),
      set('/credentials/clientSecret', '"quoted"'),
      { kind: 'append', pointer: '/connection/variables', value: { name: 'folder id', value: '7' } },
    ],
  },
  passed: { edits: filled, test: { kind: 'passed', steps: works } },
  failed: { edits: filled, test: { kind: 'failed', steps: fails } },
  running: {
    edits: filled,
    test: { kind: 'running', steps: [...reached, { title: 'Token', outcome: 'running', text: '' }] },
  },
  edited: {
    subject: (provider) => ({
      before: {
        id: 'team-sandbox',
        provider: provider.id,
        title: 'Team sandbox',
        environment: 'sandbox',
        tls: { caFile: '/etc/ssl/company.pem' },
      },
      kept: { clientId: 'app-5f1c0a9b', clientSecret: 's', username: 'anna@example.com', password: 'p' },
      hasWorkspace: true,
      home: 'workspace',
      differences: ['Base URL: https://api.example.com in the workspace, https://api.example.net in your settings.'],
    }),
  },
  login: { provider: 'evia-sign', login: 'offered' },
};

let draft: SetUpDraft | undefined;
let version = 0;
let handled = 0;

/** Answers the form of a connection with the real draft, model and check. */
export async function receiveSetUp(
  sample: string,
  message: Message<SetUpToHost>,
  post: (message: unknown) => void,
): Promise<void> {
  const {
    provider: id,
    subject,
    edits = [],
    test = { kind: 'none', steps: [] },
    login = 'none',
  } = setUpSamples[sample] ?? {};
  if (message.type === 'ready') {
    const provider = await (providers.find((one) => one.id === id) ?? providers[0])?.load();
    if (provider === undefined) return;
    draft = new SetUpDraft({ ...newSubject(provider), ...subject?.(provider) });
    draft.apply(edits);
    handled = 0;
  }
  if (draft === undefined) return;
  if (message.type === 'edit') {
    draft.apply(message.edits);
    handled = message.number;
  }
  version += 1;
  const { issues, isUsable } = checkDraft(draft);
  const state: SetUpState = {
    values: draft.values,
    issues,
    notices: noticesOf(draft, false),
    id: draft.setting.id,
    live: isUsable && draft.values['connection'] !== undefined && draft.setting.environment === 'production',
    test,
    login,
  };
  post({ type: 'open', model: modelOf(draft) });
  post({ type: 'state', version, handled, state });
  const first = issues.find(({ severity }) => severity === 'error');
  if (message.type === 'save' && first !== undefined) post({ type: 'reveal', pointer: first.pointer });
}
