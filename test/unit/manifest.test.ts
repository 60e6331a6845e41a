import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { parseBaseUrl } from '../../src/core/addresses/baseUrl';
import { parsePathPrefix } from '../../src/core/addresses/pathPrefix';
import { activationEvents } from '../../src/vscode/shell/contributions/activationEvents';
import { commands } from '../../src/vscode/shell/contributions/commands';
import { contributions } from '../../src/vscode/shell/contributions/contributions';
import { textOfKey, withKeys } from '../../src/vscode/shell/contributions/shownMembers';
import { contextKeys, requestEditor, restoredPanels, testingView, views } from '../../src/vscode/shell/ids';
import { isWithinBounds, settingBounds } from '../../src/vscode/shell/settings/settingBounds';
import { readSources, withoutComments } from './importGraph';

/* package.json is the one place the compiler does not read: most of it is written from tables that it does read. */

interface MenuItem {
  readonly command: string;
  readonly when?: string;
}
interface Manifest {
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly extensionKind: readonly string[];
  readonly capabilities: Readonly<
    Record<
      'virtualWorkspaces' | 'untrustedWorkspaces',
      { supported: string; description: string; restrictedConfigurations: readonly string[] }
    >
  >;
  readonly contributes: {
    readonly commands: readonly { command: string; title: string; category: string; enablement?: string }[];
    readonly keybindings: readonly MenuItem[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly views: Readonly<Record<string, readonly { id: string; icon: string }[]>>;
    readonly viewsWelcome: readonly { view: string; contents: string; when?: string }[];
    readonly walkthroughs: readonly {
      readonly icon: string;
      readonly steps: readonly {
        readonly description: string;
        readonly media: { readonly image: Readonly<Record<string, string>> };
        readonly completionEvents: readonly string[];
      }[];
    }[];
    readonly viewsContainers: { readonly activitybar: readonly { id: string; icon: string }[] };
    readonly customEditors: readonly { viewType: string }[];
    readonly configuration: {
      readonly properties: Readonly<
        Record<
          string,
          {
            readonly type?: string;
            readonly minimum?: number;
            readonly maximum?: number;
            readonly scope?: string;
            readonly default?: unknown;
          }
        >
      >;
    };
  };
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const { contributes } = manifest;
const ids = readFileSync('src/vscode/shell/ids.ts', 'utf8');
const tables = 'src/vscode/shell/contributions/';
/** Ids of commands as the table of them spells them. */
const shell = readSources('src/vscode')
  .filter(({ path }) => !path.startsWith(tables))
  .map(({ text }) => withoutComments(text))
  .join('\n')
  .replace(/\bcommandIds((?:\.\w+)+)/g, "'esign$1'");
const commandIds = contributes.commands.map(({ command }) => command);
const walkthroughSteps = contributes.walkthroughs.flatMap(({ steps }) => steps);
const whens = [
  ...walkthroughSteps.flatMap(({ completionEvents }) =>
    completionEvents.map((event) => ({ when: event.replace(/^onContext:/, '') })),
  ),
  ...Object.values(contributes.menus).flat(),
  ...contributes.keybindings,
  ...contributes.viewsWelcome,
  ...contributes.commands.map(({ enablement }) => ({ when: enablement })),
].map(({ when }) => when ?? '');

describe('package.json', () => {
  it('contributes what the tables of the shell say', () => {
    const { configuration: _, ...written } = contributes;
    assert.deepEqual(
      written,
      withKeys(contributions(), () => {}),
      'the tables were changed: run "npm run manifest"',
    );
    checkSame(commandIds, Object.keys(commands));
  });

  it('has a command for each registration and the other way round', () => {
    const registered = [...shell.matchAll(/registerCommand\(\s*services,\s*'([^']+)'/g)].map(([, id = '']) => id);
    const byTable = commandIds.filter(
      (id) => !registered.includes(id) && new RegExp(`\\['${id}'\\]: '\\w+'`).test(shell),
    );
    checkSame(commandIds, [...registered, ...byTable]);
  });

  it('marks addresses in settings that the module of addresses refuses, and none that it takes', () => {
    const { baseUrl, pathPrefix } = connectionProperties();
    const isBaseUrl = (text: string) => parseBaseUrl(text).kind === 'baseUrl';
    const bases = [
      'https://api.example.com',
      'HTTP://[::1]:4010/v2/',
      'https://a.example:8443//',
      'https://a.example ',
    ];
    const noBases = ['api.example.com', 'https://a@b.example', 'https://a.example/?', 'https://a.example/#'];
    const prefixes = ['', '/', '/api', '/parcel/v1/', '.evil', '@evil', '//evil', '/a?b', '/a#b', '/a\\b', '/a '];
    const rows = [
      ...[...bases, ...noBases].map((text) => ({ ...baseUrl, text, isTaken: isBaseUrl(text) })),
      ...prefixes.map((text) => ({ ...pathPrefix, text, isTaken: parsePathPrefix(text).kind === 'pathPrefix' })),
    ];
    assert.deepEqual(
      rows.filter(({ pattern, text, isTaken }) => new RegExp(pattern).test(text) !== isTaken),
      [],
    );
  });

  it('gives every command a title of its own and the category', () => {
    assert.deepEqual(
      contributes.commands.filter(({ category }) => category !== 'E-Sign'),
      [],
    );
    const titles = contributes.commands.map(({ title }) => textOfKey(title));
    assert.ok(titles.every((title) => /^[A-Z]/.test(title)));
    assert.equal(new Set(titles).size, titles.length, 'two commands have the same title');
  });

  it('names only known commands in menus, keys and welcome texts', () => {
    const named = [
      ...Object.values(contributes.menus)
        .flat()
        .map(({ command }) => command),
      ...contributes.keybindings.map(({ command }) => command),
      ...[
        ...contributes.viewsWelcome.map(({ contents }) => contents),
        ...walkthroughSteps.map((step) => step.description),
      ].flatMap((contents) => [...contents.matchAll(/\(command:(esign[\w.]+)/g)].map(([, id = '']) => id)),
    ];
    assert.deepEqual(
      named.filter((id) => !commandIds.includes(id)),
      [],
    );
  });

  it('offers every command somewhere', () => {
    const hidden = (contributes.menus['commandPalette'] ?? [])
      .filter(({ when }) => when === 'false')
      .map(({ command }) => command);
    const inMenus = Object.entries(contributes.menus).flatMap(([menu, items]) =>
      menu === 'commandPalette' ? [] : items,
    );
    const unreachable = hidden.filter(
      (id) => !inMenus.some(({ command }) => command === id) && !shell.includes(`'${id}'`),
    );
    assert.deepEqual(unreachable, []);
  });

  it('has the views of ids.ts', () => {
    const contributed = Object.values(contributes.views)
      .flat()
      .map(({ id }) => id);
    checkSame(contributed, Object.values(views));
    const named = [...whens.join(' ').matchAll(/\bview == (\S+)/g)].map(([, id = '']) => id);
    const welcomed = contributes.viewsWelcome.map(({ view }) => view);
    checkSame([...new Set([...named, ...welcomed])], [...contributed, testingView]);
  });

  it('welcomes to every view that may be empty, and only the providers never are', () => {
    const welcomed = new Set(contributes.viewsWelcome.map(({ view }) => view));
    const bare = Object.values(views).filter((view) => !welcomed.has(view));
    assert.deepEqual(bare, [views.providers]);
    for (const { view, contents } of contributes.viewsWelcome) assert.match(contents, /\]\(command:/, view);
  });

  it('runs where the workspace is, and says what is left out where that is not trusted or on no disk', () => {
    const { extensionKind, capabilities } = manifest;
    assert.deepEqual(extensionKind, ['workspace', 'ui']);
    for (const { supported, description } of [capabilities.virtualWorkspaces, capabilities.untrustedWorkspaces]) {
      assert.equal(supported, 'limited');
      assert.ok(description.length > 40);
    }
    assert.deepEqual(capabilities.untrustedWorkspaces.restrictedConfigurations, ['esign.connections']);
  });

  it('welcomes to the requests by one text, whatever is open', () => {
    const requests = contributes.viewsWelcome.filter(({ view }) => view === views.requests);
    const windows = [
      { workbenchState: 'empty', workspaceFolderCount: '0', says: 'Open Folder' },
      { workbenchState: 'folder', workspaceFolderCount: '1', says: 'No request file' },
      { workbenchState: 'workspace', workspaceFolderCount: '2', says: 'No request file' },
      { workbenchState: 'workspace', workspaceFolderCount: '0', says: 'Reload Window' },
    ];
    for (const { says, ...state } of windows) {
      const holds = (condition: string): boolean => {
        const [key = '', sign, value] = condition.split(' ');
        return (Object.entries(state).find(([name]) => name === key)?.[1] === value) === (sign === '==');
      };
      const shown = requests.filter(({ when = '' }) => when.split(' && ').every(holds));
      assert.equal(shown.length, 1, JSON.stringify(state));
      assert.ok(shown[0]?.contents.includes(says), JSON.stringify(state));
    }
  });

  it('starts the extension by what the tables say, and for each tab that comes back', () => {
    assert.deepEqual(manifest.activationEvents, activationEvents(), 'the tables were changed: run "npm run manifest"');
    const panels = manifest.activationEvents.flatMap((event) => /^onWebviewPanel:(.+)$/.exec(event)?.[1] ?? []);
    checkSame(panels, Object.values(restoredPanels));
  });

  it('has the editor of ids.ts', () => {
    checkSame(
      contributes.customEditors.map(({ viewType }) => viewType),
      [requestEditor],
    );
    const editors = [...whens.join(' ').matchAll(/activeCustomEditorId [!=]= (\S+?)(?=[\s)]|$)/g)].map(([, id]) => id);
    assert.deepEqual([...new Set(editors)], [requestEditor]);
  });

  it('has the settings of ids.ts, each with a default', () => {
    checkSame(
      Object.keys(contributes.configuration.properties),
      keysOf('Settings').map((key) => `esign.${key}`),
    );
    const withoutDefault = Object.entries(contributes.configuration.properties).filter(
      ([, setting]) => setting.default === undefined,
    );
    assert.deepEqual(withoutDefault, []);
  });

  it('has the bounds of settings that the shell holds to', () => {
    const numbers = Object.entries(contributes.configuration.properties).flatMap(([key, { type, minimum, maximum }]) =>
      type === 'integer' ? [[key, { minimum, maximum }]] : [],
    );
    assert.deepEqual(
      Object.fromEntries(numbers),
      Object.fromEntries(Object.entries(settingBounds).map(([key, bounds]) => [`esign.${key}`, bounds])),
    );
    for (const value of ['30', null, undefined, 0.5, Number.NaN, -1, 601, [30], {}]) {
      assert.equal(isWithinBounds('send.connectTimeoutSeconds', value), false, String(value));
    }
    assert.ok(isWithinBounds('send.connectTimeoutSeconds', 600));
  });

  it('lets no workspace change a setting that could move a secret or a limit', () => {
    const restricted = manifest.capabilities.untrustedWorkspaces.restrictedConfigurations;
    const open = Object.entries(contributes.configuration.properties)
      .filter(([key, { scope }]) => scope !== 'application' && scope !== 'machine' && !restricted.includes(key))
      .map(([key]) => key);
    assert.deepEqual(open, []);
  });

  it('looks at the context keys of ids.ts', () => {
    const conditions = whens.join(' ').replace(/[!=]= esign\.\w+|config\.esign[\w.]+/g, '');
    const named = [...conditions.matchAll(/\besign\.\w+/g)].map(([key]) => key);
    checkSame([...new Set(named)], Object.values(contextKeys));
  });

  it('names only files that are there', () => {
    const icons = [
      manifest.icon,
      ...contributes.walkthroughs.map(({ icon }) => icon),
      ...walkthroughSteps.flatMap(({ media }) => Object.values(media.image)),
      ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
      ...Object.values(contributes.views)
        .flat()
        .map(({ icon }) => icon),
    ];
    assert.deepEqual(
      icons.filter((path) => !existsSync(path)),
      [],
    );
  });
});

function connectionProperties(): Readonly<Record<'baseUrl' | 'pathPrefix', { readonly pattern: string }>> {
  const setting = contributes.configuration.properties['esign.connections'] as {
    readonly items: { readonly properties: ReturnType<typeof connectionProperties> };
  };
  return setting.items.properties;
}

function checkSame(actual: readonly string[], expected: readonly string[]): void {
  assert.deepEqual([...actual].sort(), [...expected].sort());
}

/** The quoted or plain keys of an interface of ids.ts, which is gone after compilation. */
function keysOf(name: string): readonly string[] {
  const body = ids.match(new RegExp(`export interface ${name} \\{\\n([\\s\\S]*?)\\n\\}`))?.[1];
  assert.ok(body, `ids.ts has no interface ${name}`);
  return [...body.matchAll(/^ {2}(?:'([^']+)'|(\w+)):/gm)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}
