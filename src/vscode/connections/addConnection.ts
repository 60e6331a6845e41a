import { parseBaseUrl } from '../../core/addresses/baseUrl';
import { shownHost } from '../../core/addresses/webAddress';
import type { Credentials } from '../../core/auth';
import type { ConnectionSetting } from '../../core/connections/connection';
import { resolveConnection } from '../../core/connections/resolveConnection';
import type { Environment, Provider } from '../../core/provider';
import { type CredentialDraft, credentialSteps } from '../credentials/credentialQuestions';
import { askSteps, inputStep, type PickItem, pickStep, type Step } from '../shell/asking/steps';
import { isProblem, ProblemError } from '../shell/explainError';
import { showInfo } from '../shell/notices';
import { executeCommand } from '../shell/runCommand';
import type { ConnectionServices } from './connectionServices';
import { freeId } from './connectionSettings';

interface Draft {
  readonly provider?: Provider;
  readonly place?: Environment | 'custom';
  readonly baseUrl?: string;
  readonly title?: string;
  readonly credentials: CredentialDraft;
}

/** Provider, address, name and credentials, one question after the other. */
export async function addConnection(services: ConnectionServices, providerId: string | undefined): Promise<void> {
  const { entries } = services.registry;
  const [only] = entries.length === 1 ? entries : [];
  const known = entries.find(({ id }) => id === providerId) ?? only;
  const given = known && (await services.registry.provider(known.id));
  const start: Draft = { ...(given !== undefined && { provider: given }), credentials: { fields: {} } };
  const draft = await askSteps<Draft>('Add Connection', start, (state) => stepsFor(services, given, state));
  if (draft?.provider === undefined) return;
  await create(services, draft.provider, settingOf(services, draft.provider, draft), draft.credentials.fields);
}

function stepsFor(services: ConnectionServices, given: Provider | undefined, draft: Draft): readonly Step<Draft>[] {
  const { provider } = draft;
  const first = given === undefined ? [providerStep(services)] : [];
  if (provider === undefined) return first;
  return [
    ...first,
    placeStep(provider),
    ...(draft.place === 'custom' ? [baseUrlStep(provider, draft)] : []),
    titleStep(services, provider, draft),
    ...credentialSteps<Draft>(provider, draft.credentials, (state, credentials) => ({ ...state, credentials })),
  ];
}

/** Loads the provider that is chosen, and no other. */
function providerStep({ registry }: ConnectionServices): Step<Draft> {
  const items = registry.entries.map(({ id, title, notice }) => ({
    label: title,
    ...(notice !== undefined && { detail: `$(warning) ${notice}` }),
    value: id,
  }));
  return pickStep({ placeholder: 'Which API?', items }, async (_, id) => {
    const provider = await registry.provider(id);
    return { ...(provider !== undefined && { provider }), credentials: { fields: {} } };
  });
}

function placeStep(provider: Provider): Step<Draft> {
  const environments = provider.environments.map(
    (environment): PickItem<Environment | 'custom'> => ({
      label: environment.title,
      description: environment.baseUrl,
      ...(environment.live && { detail: '$(broadcast) Invites sent here reach real people.' }),
      value: environment,
    }),
  );
  const custom: PickItem<Environment | 'custom'> = {
    label: 'Other address…',
    description: 'a base URL of your own',
    value: 'custom',
  };
  const placeholder = provider.notice ?? `Which environment of ${provider.title}?`;
  return pickStep({ placeholder, items: [...environments, custom] }, (state, place) => ({ ...state, place }));
}

function baseUrlStep(provider: Provider, draft: Draft): Step<Draft> {
  const example = provider.environments[0]?.baseUrl ?? 'https://api.example.com';
  const prompt = `Base URL of ${provider.title}, for example ${example}`;
  return inputStep({ prompt, value: draft.baseUrl ?? 'https://', check: baseUrlProblem }, (state, baseUrl) => ({
    ...state,
    baseUrl,
  }));
}

export function baseUrlProblem(text: string): string | undefined {
  const parsed = parseBaseUrl(text);
  return parsed.kind === 'baseUrl' ? undefined : `This cannot be a base URL: ${parsed.reason}.`;
}

function titleStep(services: ConnectionServices, provider: Provider, draft: Draft): Step<Draft> {
  const suggested = draft.place === 'custom' ? shownHost(draft.baseUrl ?? 'custom') : (draft.place?.title ?? '');
  const prompt = 'Name of the connection. Requests refer to it by an id that is made from the name.';
  const taken = new Set(services.connections.entries(provider).map(({ setting }) => setting.title ?? setting.id));
  const check = (text: string): string | undefined => {
    if (text === '') return 'A name is needed.';
    return taken.has(text) ? 'Another connection has this name.' : undefined;
  };
  return inputStep({ prompt, value: draft.title ?? suggested, check }, (state, title) => ({ ...state, title }));
}

function settingOf(services: ConnectionServices, provider: Provider, draft: Draft): ConnectionSetting {
  const title = draft.title ?? provider.title;
  const taken = services.connections.entries(provider).map(({ setting }) => setting.id);
  const common = { id: freeId(title, taken), provider: provider.id, title };
  if (draft.place === 'custom') return { ...common, ...(draft.baseUrl !== undefined && { baseUrl: draft.baseUrl }) };
  return { ...common, ...(draft.place !== undefined && { environment: draft.place.id }) };
}

async function create(
  services: ConnectionServices,
  provider: Provider,
  setting: ConnectionSetting,
  credentials: Credentials,
): Promise<void> {
  const connection = resolveConnection(provider, setting);
  if (isProblem(connection)) throw new ProblemError(connection, { provider: provider.id });
  await services.connections.save(setting);
  await services.credentials.give(connection, credentials);
  const text = `The connection "${connection.title}" was added to your user settings.`;
  const answer = await showInfo(text, 'Test Connection');
  if (answer !== undefined)
    await executeCommand('esign.testConnection', { target: { provider: provider.id, connection: connection.id } });
}
