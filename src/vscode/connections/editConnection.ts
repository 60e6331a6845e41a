import { parsePathPrefix } from '../../core/addresses/pathPrefix';
import type { ConnectionSetting } from '../../core/connections/connection';
import type { Provider } from '../../core/provider';
import { pickProvider } from '../shell/asking/pickConnection';
import { pickOne } from '../shell/asking/pickOne';
import { askSteps, inputStep, type Step } from '../shell/asking/steps';
import { showInfo } from '../shell/notices';
import type { TreeTarget } from '../shell/treeTarget';
import { baseUrlProblem } from './addConnection';
import type { ConnectionServices } from './connectionServices';

interface Draft {
  readonly title: string;
  readonly baseUrl: string;
  /** Undefined where the provider's own holds. */
  readonly pathPrefix: string | undefined;
}

/** Changes name and address. Credentials do not follow a changed address before that is confirmed. */
export async function editConnection(services: ConnectionServices, known: TreeTarget | undefined): Promise<void> {
  const provider = await pickProvider(services, known);
  const setting = provider && (await pickSetting(services, provider, known));
  if (provider === undefined || setting === undefined) return;
  const environment = provider.environments.find(({ id }) => id === setting.environment);
  const baseUrl = setting.baseUrl ?? environment?.baseUrl ?? 'https://';
  const start: Draft = { title: setting.title ?? setting.id, baseUrl, pathPrefix: setting.pathPrefix };
  const changed = await askSteps<Draft>(`Edit ${start.title}`, start, () => [
    inputStep(
      {
        prompt: 'Name of the connection',
        value: start.title,
        check: (text) => (text === '' ? 'A name is needed.' : undefined),
      },
      (state, title) => ({ ...state, title }),
    ),
    inputStep({ prompt: 'Base URL', value: start.baseUrl, check: baseUrlProblem }, (state, text) => ({
      ...state,
      baseUrl: text,
    })),
    ...prefixSteps(provider, start),
  ]);
  if (changed === undefined) return;
  const { baseUrl: _, pathPrefix: __, ...others } = setting;
  const isStandard = changed.baseUrl === environment?.baseUrl;
  await services.connections.save({
    ...others,
    title: changed.title,
    ...(!isStandard && { baseUrl: changed.baseUrl }),
    ...(changed.pathPrefix !== undefined && { pathPrefix: changed.pathPrefix }),
  });
}

/** Asked where the sources of a provider disagree on it, and where there is one to mend. */
function prefixSteps({ pathPrefix }: Provider, start: Draft): readonly Step<Draft>[] {
  if (pathPrefix === undefined && start.pathPrefix === undefined) return [];
  const standard = pathPrefix?.default;
  const prompt = standard === undefined ? 'Path prefix' : `Path prefix, the start of every path; usually ${standard}`;
  const check = (text: string): string | undefined => {
    const parsed = parsePathPrefix(text);
    return parsed.kind === 'pathPrefix' ? undefined : `This cannot be a path prefix: ${parsed.reason}.`;
  };
  return [
    inputStep({ prompt, value: start.pathPrefix ?? standard ?? '', check }, (state, text) => ({
      ...state,
      pathPrefix: text === standard ? undefined : text,
    })),
  ];
}

/** Settings, not connections: one that cannot be used is the one to edit. */
async function pickSetting(
  services: ConnectionServices,
  provider: Provider,
  known: TreeTarget | undefined,
): Promise<ConnectionSetting | undefined> {
  const settings = services.connections.entries(provider).map(({ setting }) => setting);
  const named = settings.find(({ id }) => id === known?.connection);
  if (named !== undefined) return named;
  if (settings.length === 0) {
    void showInfo(`${provider.title} has no connection besides the emulator, which needs no editing.`);
    return undefined;
  }
  const items = settings.map((setting) => ({ label: setting.title ?? setting.id, value: setting }));
  return pickOne(`Connection of ${provider.title}`, items, 'always');
}
