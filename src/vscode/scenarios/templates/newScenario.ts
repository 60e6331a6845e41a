import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ProviderEntry } from '../../../core/registry';
import { showPick } from '../../shell/asking/boxes';
import { columnBesideReply } from '../../shell/columnBesideReply';
import { newScenarioEnding } from '../../shell/ids';
import type { TreeTarget } from '../../shell/treeTarget';
import { untitledFile } from '../../shell/untitled/untitledFile';
import { writeUnsaved } from '../../shell/untitled/writeUnsaved';
import type { ScenarioServices } from '../scenarioServices';
import { type BundledTemplate, bundledTemplates } from './bundledTemplates';

interface Item extends vscode.QuickPickItem {
  readonly template?: BundledTemplate;
}

/** Opens a new, unsaved scenario that starts from one of those that come along, and runs as it stands. */
export async function newScenario(services: ScenarioServices, target: TreeTarget | undefined): Promise<void> {
  const picked = await showPick(itemsOf(services, target), {
    title: t('New Scenario'),
    placeHolder: t('What should the scenario show? Each one runs on the emulator as it stands.'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked?.template === undefined) return;
  const { name, text } = picked.template;
  const document = await writeUnsaved(await untitledFile(name, newScenarioEnding), text);
  await vscode.window.showTextDocument(document, columnBesideReply());
}

async function itemsOf(
  { registry, context }: ScenarioServices,
  target: TreeTarget | undefined,
): Promise<readonly Item[]> {
  const entries = registry.entries.filter(({ id }) => target === undefined || id === target.provider);
  const templates = await bundledTemplates(context.extensionUri);
  return entries.flatMap((entry) => groupOf(entry, templates.get(entry.id) ?? []));
}

function groupOf({ title }: ProviderEntry, templates: readonly BundledTemplate[]): readonly Item[] {
  if (templates.length === 0) return [];
  const items = templates.map((template) => ({
    label: template.title,
    description: `${template.name}${newScenarioEnding}`,
    detail: template.shows,
    template,
  }));
  return [{ label: title, kind: vscode.QuickPickItemKind.Separator }, ...items];
}
