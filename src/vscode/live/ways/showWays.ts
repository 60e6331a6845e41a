import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { emulatorConnectionId } from '../../../core/connections/connection';
import type { Failure } from '../../../core/failure';
import type { Operation } from '../../../core/operation';
import type { Provider } from '../../../core/provider';
import { parseRequestFile } from '../../../core/requests/requestFile';
import type { OperationCase } from '../../../core/scenarios/case';
import { type FailureWay, failureWays } from '../../../core/scenarios/ways/failureWays';
import { activeRequest } from '../../requests/requestTab';
import { showPick } from '../../shell/asking/boxes';
import { commandIds } from '../../shell/contributions/commandIds';
import { showInfo } from '../../shell/notices';
import { executeCommand } from '../../shell/runCommand';
import type { TreeTarget } from '../../shell/treeTarget';
import type { LiveServices } from '../liveServices';
import { wayFile } from './wayFiles';

interface Call {
  readonly provider: Provider;
  readonly operation: Operation;
}

/** The documented failures of a call: of the one that is named, of the request in front, or of one that is asked for. */
export async function showWays(
  services: LiveServices,
  named: string | undefined,
  target: TreeTarget | undefined,
): Promise<void> {
  const { registry } = services;
  const known = named ?? (target === undefined ? await operationInFront() : undefined);
  const call =
    (known === undefined ? undefined : await registry.operation(known)) ?? (await pickCall(services, target));
  if (call === undefined) return;
  const { provider, operation } = call;
  const recipes = provider.emulator === undefined ? [] : await wayFile(services.context.extensionUri, provider.id);
  const ways = failureWays(provider, operation, recipes);
  if (ways.length === 0) return void (await showInfo(t('No source documents how "{0}" fails.', operation.title)));
  const choice = await pickWay(operation, ways);
  if (choice?.kind === 'open') await executeCommand(commandIds.openRequest, requestOf(choice.recipe));
  if (choice?.kind !== 'provoke') return;
  const { provokeFailure } = await import('./provokeFailure');
  await provokeFailure(services, { ...call, ...choice });
}

async function operationInFront(): Promise<string | undefined> {
  const active = activeRequest();
  if (active === undefined) return undefined;
  const read = parseRequestFile((await vscode.workspace.openTextDocument(active.uri)).getText(), emulatorConnectionId);
  return read.kind === 'parsed' ? read.request.operation : undefined;
}

async function pickCall({ registry }: LiveServices, target: TreeTarget | undefined): Promise<Call | undefined> {
  const all = await registry.all();
  const providers = all.filter(({ id }) => target === undefined || id === target.provider);
  const items = providers.flatMap((provider) =>
    provider.operations
      .filter(({ failures = [] }) => failures.length > 0)
      .map((operation) => ({
        label: operation.title,
        description: `${provider.title} · ${operation.method} ${operation.path}`,
        call: { provider, operation },
      })),
  );
  const options = { title: t('Ways This Fails'), placeHolder: t('Of which call?'), matchOnDescription: true };
  return (await showPick(items, options))?.call;
}

type Choice =
  | { readonly kind: 'provoke'; readonly failure: Failure; readonly recipe: OperationCase }
  | { readonly kind: 'open'; readonly recipe: OperationCase };

interface WayItem extends vscode.QuickPickItem {
  readonly way?: FailureWay;
}

function pickWay({ title }: Operation, ways: readonly FailureWay[]): Promise<Choice | undefined> {
  const box = vscode.window.createQuickPick<WayItem>();
  box.title = t('Ways This Fails: {0}', title);
  box.ignoreFocusOut = true;
  box.placeholder = t('Choose a failure to provoke it on the emulator, in a copy of the demo documents');
  box.matchOnDescription = true;
  box.matchOnDetail = true;
  box.items = [
    ...group(
      t('The emulator can be made to answer so'),
      ways.filter((way) => 'recipe' in way),
    ),
    ...group(
      t('Documented, but not to be had from the emulator'),
      ways.filter((way) => 'why' in way),
    ),
  ];
  return new Promise((resolve) => {
    const end = (choice: Choice | undefined): void => {
      resolve(choice);
      box.dispose();
    };
    box.onDidAccept(() => {
      const way = box.activeItems[0]?.way;
      if (way !== undefined && 'recipe' in way) end({ kind: 'provoke', ...way });
    });
    box.onDidTriggerItemButton(({ item: { way } }) => {
      if (way !== undefined && 'recipe' in way) end({ kind: 'open', recipe: way.recipe });
    });
    box.onDidHide(() => end(undefined));
    box.show();
  });
}

function group(label: string, ways: readonly FailureWay[]): readonly WayItem[] {
  if (ways.length === 0) return [];
  return [{ label, kind: vscode.QuickPickItemKind.Separator }, ...ways.map(itemOf)];
}

function itemOf(way: FailureWay): WayItem {
  const { message, status, code, meaning } = way.failure;
  const isPossible = 'recipe' in way;
  return {
    label: `${isPossible ? '$(bug)' : '$(circle-slash)'} ${message}`,
    description: code === undefined ? `${status}` : `${status} · ${code}`,
    detail: isPossible ? t('{0} Here: {1}.', meaning, way.recipe.name) : way.why,
    way,
    ...(isPossible && isWhole(way.recipe) && { buttons: [openButton()] }),
  };
}

const openButton = (): vscode.QuickInputButton => ({
  iconPath: new vscode.ThemeIcon('edit'),
  tooltip: t('Open the Request Instead of Sending It'),
});

/** It fails by its values alone, whatever was done before. */
function isWhole({ given = [], credentials }: OperationCase): boolean {
  return given.length === 0 && credentials === undefined;
}

function requestOf({ operation, values = {} }: OperationCase) {
  return { operation, connection: emulatorConnectionId, ...values };
}
