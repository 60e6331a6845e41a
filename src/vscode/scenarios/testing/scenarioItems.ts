import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Log } from '../../shell/log';
import { isOwn, isScenario, scenarioText, shownName } from '../scenarioFiles';
import type { LineRange } from './lineRange';
import type { StepNode, WorkflowNode } from './scenarioTree';

/** Which part of a file a test stands for. */
export interface TestedPart {
  readonly uri: vscode.Uri;
  readonly workflowId?: string;
  readonly stepId?: string;
}

/** The tests of all scenario files: files, their workflows, and their steps. */
export class ScenarioItems {
  readonly #controller: vscode.TestController;
  readonly #log: Log;
  readonly #parts = new WeakMap<vscode.TestItem, TestedPart>();

  constructor(controller: vscode.TestController, log: Log) {
    this.#controller = controller;
    this.#log = log;
  }

  /** A file whose content is read when somebody looks at it. */
  add(uri: vscode.Uri): vscode.TestItem {
    const known = this.file(uri);
    if (known !== undefined) return known;
    const item = this.#controller.createTestItem(uri.toString(), shownName(uri), uri);
    item.canResolveChildren = true;
    this.#parts.set(item, { uri });
    this.#controller.items.add(item);
    return item;
  }

  remove(uri: vscode.Uri): void {
    this.#controller.items.delete(uri.toString());
  }

  file(uri: vscode.Uri): vscode.TestItem | undefined {
    return this.#controller.items.get(uri.toString());
  }

  find({ uri, workflowId, stepId }: TestedPart): vscode.TestItem | undefined {
    const file = this.file(uri);
    const workflow = workflowId === undefined ? file : file?.children.get(workflowId);
    return stepId === undefined ? workflow : workflow?.children.get(stepId);
  }

  partOf(item: vscode.TestItem): TestedPart | undefined {
    return this.#parts.get(item);
  }

  get files(): readonly vscode.TestItem[] {
    return [...this.#controller.items].map(([, item]) => item);
  }

  /** Reads the file as it stands in the editor. What is broken says so, and keeps the tests that it had. */
  async read(uri: vscode.Uri): Promise<void> {
    const item = this.add(uri);
    item.busy = true;
    try {
      const [text, { scenarioTree }] = await Promise.all([scenarioText(uri), import('./scenarioTree')]);
      const tree = scenarioTree(text, uri.path);
      item.error = tree.kind === 'broken' ? errorAt(uri, tree.line, tree.message) : undefined;
      if (tree.kind !== 'read') return;
      item.description = tree.title;
      item.children.replace(tree.workflows.map((node, index) => this.#workflow(uri, node, index)));
    } catch (error: unknown) {
      this.#log.error(`${uri.toString()} could not be read.`, error);
      item.error = t('The file cannot be read. The log says why.');
    } finally {
      item.busy = false;
    }
  }

  /** Those that are there already stay themselves: their last results belong to them. */
  #workflow(uri: vscode.Uri, node: WorkflowNode, index: number): vscode.TestItem {
    const item = this.#part({ uri, workflowId: node.id }, node.id, node, index);
    item.children.replace(
      node.steps.map((step, at) => this.#part({ uri, workflowId: node.id, stepId: step.id }, step.id, step, at)),
    );
    return item;
  }

  #part(part: TestedPart, id: string, { description, range }: StepNode, index: number): vscode.TestItem {
    const item = this.find(part) ?? this.#controller.createTestItem(id, id, part.uri);
    item.range = editorRange(range);
    item.description = description ?? '';
    // In the order of the file.
    item.sortText = String(index).padStart(5, '0');
    this.#parts.set(item, part);
    return item;
  }
}

export function editorRange({ start, end }: LineRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** Whether the file belongs into the view. */
export function isTested(uri: vscode.Uri): boolean {
  return isScenario(uri) && isOwn(uri);
}

function errorAt(uri: vscode.Uri, line: number, message: string): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  text.appendMarkdown(`[${t('Line {0}', line)}](${uri.with({ fragment: `L${line}` }).toString()}): `);
  return text.appendText(message);
}
