import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { writeUserSettings } from '../../host/editor/server.mjs';
import { openWorkbench } from '../../host/editor/workbenchPage.mjs';
import { temporaryFolder } from '../../host/lifetime.mjs';
import { type EditorHost, forgetStorage, sharedEditorHost } from './editorHost';
import { openPages } from './failures';
import { becomes } from './inTime';
import { isClicked } from './isClicked';
import { QuickInput } from './quickInput';
import { type Theme, themes } from './themes';
import { Tree } from './tree';
import { until } from './until';
import { findWebview } from './webview';

export interface WorkbenchOptions {
  /** User settings, read when the window opens. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The workspace: contents by path; what is not text is written as JSON. */
  readonly files?: Readonly<Record<string, unknown>>;
  /** One of the files, which names the folders of the workspace; all of it is one folder otherwise. */
  readonly workspaceFile?: string;
  /** Keeps what earlier windows stored for all windows. */
  readonly keepStorage?: boolean;
  readonly host?: EditorHost;
  /** Which the extension is asked to speak. */
  readonly language?: string;
}

/** A hint stays as long as the pointer rests, which a click leaves where it was: it would lie over what is clicked next. */
const withoutHints = { 'workbench.hover.delay': 3_600_000, 'workbench.hover.reducedDelay': 3_600_000 };

/** A window of VS Code, as the person in front of it sees it. */
export class Workbench {
  readonly page: Page;
  /** The workspace on disk. */
  readonly folder: string;
  readonly quickInput: QuickInput;

  private constructor(page: Page, folder: string) {
    this.page = page;
    this.folder = folder;
    this.quickInput = new QuickInput(page);
  }

  static async open({
    settings = {},
    files = {},
    workspaceFile,
    keepStorage,
    host,
    language,
  }: WorkbenchOptions = {}): Promise<Workbench> {
    const editorHost = host ?? (await sharedEditorHost());
    if (!keepStorage) forgetStorage(editorHost);
    writeUserSettings(editorHost.userDataDir, { ...withoutHints, ...settings });
    const folder = temporaryFolder('workspace');
    for (const [path, content] of Object.entries(files)) writeWorkspaceFile(join(folder, path), content);
    const opened = workspaceFile === undefined ? folder : join(folder, workspaceFile);
    const { page } = await openWorkbench(editorHost.browser, editorHost.server, { folder: opened, language });
    openPages.add(page);
    const workbench = new Workbench(page, folder);
    if (workspaceFile !== undefined) await workbench.#seeFolders();
    return workbench;
  }

  /**
   * A window that reads its workspace file while it asks for the folders in it takes it for one without any, as long as
   * it is open. The next one knows them from the start.
   */
  async #seeFolders(): Promise<void> {
    const explorer = this.page.locator('.explorer-folders-view');
    await until('the folders of the workspace', async (patience) => {
      if (await becomes(explorer.locator('.monaco-list-row').first(), 'visible', patience)) return true;
      return void (await this.reload());
    });
  }

  /** Runs a command through the palette, by its whole title: `E-Sign: New Request`. */
  async runCommand(title: string): Promise<void> {
    await this.quickInput.runCommand(title);
  }

  /** Shows a container of the activity bar; opened already, it stays. */
  async openView(title: string): Promise<void> {
    const tab = this.page.locator('.activitybar').getByRole('tab', { name: new RegExp(`^${literally(title)}( |$)`) });
    await tab.waitFor();
    const openTab = tab.and(this.page.locator('[aria-expanded="true"]'));
    // A click on what a window is just restoring closes it again.
    await until(`the view "${title}"`, async (patience) => {
      if (await openTab.isVisible()) return true;
      if (await isClicked(tab.locator('.action-label'), { patience })) await becomes(openTab, 'visible', patience);
      return undefined;
    });
  }

  /** Leaves only the title of a view in the side bar, which gives the others room. */
  async foldView(title: string): Promise<void> {
    const header = this.page.locator('.sidebar .pane-header').filter({ hasText: title });
    const folded = header.and(this.page.locator('[aria-expanded="false"]'));
    await until(`the view "${title}" to be folded`, async (patience) => {
      if (await folded.isVisible()) return true;
      if (await isClicked(header, { patience })) await becomes(folded, 'visible', patience);
      return undefined;
    });
  }

  /** Shows what stands below the title of a view. */
  async unfoldView(title: string): Promise<void> {
    const header = this.page.locator('.sidebar .pane-header').filter({ hasText: title });
    const unfolded = header.and(this.page.locator('[aria-expanded="true"]'));
    await until(`the view "${title}" to be unfolded`, async (patience) => {
      if (await unfolded.isVisible()) return true;
      if (await isClicked(header, { patience })) await becomes(unfolded, 'visible', patience);
      return undefined;
    });
  }

  /** A tree of the side bar, by the title of its view. */
  tree(view: string): Tree {
    return new Tree(this.page, this.page.getByRole('tree', { name: view }));
  }

  /** The content of a webview that is on screen, by a selector in it. */
  webview(selector: string): Promise<FrameLocator> {
    return findWebview(this.page, selector);
  }

  /** Opens a file of the workspace through quick open. */
  async openFile(path: string): Promise<void> {
    const name = path.split('/').at(-1) ?? path;
    // The first window of a browser that opens a file before it knows its extensions opens it as text.
    await this.page
      .locator('.activitybar')
      .getByRole('tab', { name: /^E-Sign/ })
      .waitFor({ state: 'attached' });
    await this.quickInput.openFile(path, name);
    await this.#tabInFront(name).waitFor();
  }

  /** Brings an open editor to the front. */
  async showTab(name: string): Promise<void> {
    await until(`the tab "${name}" in front`, async (patience) => {
      if (await this.#tabInFront(name).isVisible()) return true;
      if (await isClicked(this.tab(name), { patience })) await becomes(this.#tabInFront(name), 'visible', patience);
      return undefined;
    });
  }

  /** An open editor, by the name on its tab. */
  tab(name: string): Locator {
    return this.page.locator('.tabs-container .tab').filter({ has: this.page.getByText(name, { exact: true }) });
  }

  #tabInFront(name: string): Locator {
    return this.tab(name).and(this.page.locator('.editor-group-container.active .tab.active'));
  }

  /** A notification that holds this text; its buttons are found by role. */
  notification(text: string | RegExp): Locator {
    return this.page.locator('.notification-toast').filter({ hasText: text });
  }

  /** A modal dialog; its buttons are found by role. */
  dialog(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  /** By the page that tells what trust is about, which is drawn anew now and then. */
  async trustFolder(): Promise<void> {
    await this.runCommand('Workspaces: Manage Workspace Trust');
    const trusted = this.page.getByText('You trust this folder').first();
    await until('the folder to be trusted', async (patience) => {
      if (await trusted.isVisible()) return true;
      const button = this.page.getByRole('button', { name: 'Trust', exact: true }).first();
      if (await isClicked(button, { patience })) await becomes(trusted, 'visible', patience);
      return undefined;
    });
  }

  async setTheme(theme: Theme): Promise<void> {
    const { label, className } = themes[theme];
    await this.runCommand('Preferences: Color Theme');
    await this.quickInput.choose(label, label);
    await this.page.locator(`.monaco-workbench.${className}`).waitFor();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor();
  }

  async screenshot(path: string): Promise<void> {
    mkdirSync(dirname(path), { recursive: true });
    await this.page.screenshot({ path });
  }

  async close(): Promise<void> {
    openPages.delete(this.page);
    await this.page.context().close();
  }
}

function writeWorkspaceFile(file: string, content: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : `${JSON.stringify(content, undefined, 2)}\n`);
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
