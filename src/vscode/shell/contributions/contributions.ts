import { variablesFileName } from '../../../core/requests/references/variablesFileName';
import {
  contextKeys,
  requestEditor,
  requestFileEnding,
  restoredPanels,
  scenarioDebugger,
  testingView,
  views,
} from '../ids';
import { agentContributions } from './agentContributions';
import type { EditorCommand, MenuPlace } from './command';
import { commandIds } from './commandIds';
import { type CommandId, commands } from './commands';
import { walkthroughs } from './walkthroughs';
import { all, hasFolder, hasNothingOpen, hasOnlyWorkspace, key, not, settingIsOff, settingIsOn } from './when';

const icon = 'media/esign.svg';
const category = 'E-Sign';

/** What package.json contributes besides the settings. */
export function contributions() {
  return {
    commands: each((command, id) => [
      {
        command: id,
        title: command.title,
        category,
        ...(command.icon !== undefined && { icon: `$(${command.icon})` }),
        ...(command.enablement !== undefined && { enablement: command.enablement }),
      },
    ]),
    keybindings: each(({ keys = [] }, command) => keys.map((one) => ({ command, ...one }))),
    viewsContainers: { activitybar: [{ id: 'esign', title: category, icon }] },
    views: {
      esign: [
        { id: views.providers, name: 'Providers', icon, contextualTitle: category, initialSize: 3 },
        {
          id: views.requests,
          name: 'Requests',
          icon,
          contextualTitle: category,
          initialSize: 1,
          visibility: 'collapsed',
        },
        { id: views.history, name: 'History', icon, contextualTitle: category, initialSize: 2 },
        { id: views.inbox, name: 'Inbox', icon, contextualTitle: category, initialSize: 1, visibility: 'collapsed' },
      ],
    },
    viewsWelcome: welcomeTexts(),
    walkthroughs,
    menus: {
      commandPalette: each(({ palette }, command) =>
        palette === undefined ? [] : [{ command, when: palette === 'never' ? 'false' : palette }],
      ),
      'view/title': menu('view/title'),
      'view/item/context': menu('view/item/context'),
      'editor/title': menu('editor/title'),
      'file/newFile': menu('file/newFile'),
      'testing/item/context': menu('testing/item/context'),
      'testing/message/context': menu('testing/message/context'),
      'debug/toolBar': menu('debug/toolBar'),
    } satisfies Readonly<Record<MenuPlace['menu'] | 'commandPalette', unknown>>,
    customEditors: [
      {
        viewType: requestEditor,
        displayName: 'E-Sign Request Form',
        selector: [{ filenamePattern: `*${requestFileEnding}` }],
        priority: 'default',
      },
    ],
    // The group that the reply opens beside the form is its own: files open elsewhere.
    configurationDefaults: {
      'workbench.editor.autoLockGroups': { [`mainThreadWebview-${restoredPanels.reply}`]: true },
    },
    // Runs are debugged from the Testing view and from the text; nothing of it is written into launch.json.
    debuggers: [{ type: scenarioDebugger, label: 'E-Sign Scenario' }],
    breakpoints: [{ language: 'yaml' }, { language: 'json' }],
    ...agentContributions(),
    jsonValidation: [
      { fileMatch: `*${requestFileEnding}`, url: './dist/schemas/request.schema.json' },
      { fileMatch: variablesFileName, url: './dist/schemas/variables.schema.json' },
      { fileMatch: ['esign.seed.json', '*.esign-seed.json'], url: './dist/schemas/seed.schema.json' },
    ],
    // Read by the extension that most people have for YAML.
    yamlValidation: [
      { fileMatch: ['esign.seed.yaml', 'esign.seed.yml', '*.esign-seed.yaml'], url: './dist/schemas/seed.schema.json' },
    ],
  };
}

function welcomeTexts() {
  return [
    {
      view: views.requests,
      contents: [
        'No request file (*.esign.json) is in this folder yet. Save a request to keep it here, or bring those of other tools.',
        link('New Request', commandIds.newRequest),
        link('Import Requests', commandIds.importRequests),
      ].join('\n'),
      when: hasFolder,
    },
    {
      view: views.requests,
      contents: [
        'Requests are kept as files of a folder.',
        '[Open Folder](command:vscode.openFolder)',
        link('New Request', commandIds.newRequest),
      ].join('\n'),
      when: hasNothingOpen,
    },
    {
      view: views.requests,
      contents: [
        'This window knows no folder of its workspace. Where the workspace has folders, loading the window again finds them.',
        '[Reload Window](command:workbench.action.reloadWindow)',
        '[Add Folder to Workspace](command:workbench.action.addRootFolder)',
      ].join('\n'),
      when: hasOnlyWorkspace,
    },
    {
      view: views.history,
      contents: [
        'Every request that you send is listed here and can be replayed.',
        link('New Request', commandIds.newRequest),
      ].join('\n'),
      when: all(settingIsOn('history.enabled'), not(contextKeys.historyFiltered)),
    },
    {
      view: views.history,
      contents: [
        'No request of the history is what the filter asks for.',
        link('Clear Filter', commandIds.history.clearFilter),
        link('Change Filter', commandIds.history.filter),
      ].join('\n'),
      when: all(settingIsOn('history.enabled'), key(contextKeys.historyFiltered)),
    },
    {
      view: views.history,
      contents: [
        'The history is switched off, so nothing is recorded.',
        '[Open Settings](command:workbench.action.openSettings?%5B%22esign.history%22%5D)',
      ].join('\n'),
      when: settingIsOff('history.enabled'),
    },
    {
      view: views.inbox,
      contents: [
        'Webhooks that come to this machine are listed here by document, with the reason why their proof holds or not.',
        link('Receive Webhooks', commandIds.inbox.receive),
      ].join('\n'),
      when: not(contextKeys.receiving),
    },
    {
      view: views.inbox,
      contents: [
        'Nothing has come yet. Register the address with an emulator as the API documents it, and sign a document.',
        link('Register with an API…', commandIds.inbox.register),
        link('Copy Address', commandIds.inbox.copyAddress),
      ].join('\n'),
      when: key(contextKeys.receiving),
    },
    {
      view: testingView,
      contents: [
        'Prove a whole signing journey: a scenario signs, declines and lets time pass on the built-in emulator.',
        link('New Scenario', commandIds.newScenario),
      ].join('\n'),
    },
  ];
}

function menu(name: MenuPlace['menu']) {
  return each(({ menus = [] }, command) =>
    menus.flatMap(({ menu: place, when, group }) =>
      place === name ? [{ command, ...(when !== undefined && { when }), group }] : [],
    ),
  );
}

function each<Item>(
  itemsOf: (command: EditorCommand<readonly unknown[]>, id: string) => readonly Item[],
): readonly Item[] {
  return Object.entries<EditorCommand<readonly unknown[]>>(commands).flatMap(([id, command]) => itemsOf(command, id));
}

function link(text: string, id: CommandId): string {
  return `[${text}](command:${id})`;
}
