import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../host/editor/browser.mjs';
import { linkExtensions } from '../../host/editor/extensions.mjs';
import { ensureEditor } from '../../host/editor/packages.mjs';
import { type EditorServer, type ServerOptions, startServer } from '../../host/editor/server.mjs';
import { endEverything, temporaryFolder } from '../../host/lifetime.mjs';
import { root } from '../../host/paths.mjs';
import { saveFailure } from './failures';

/** A server and a browser, shared by all tests of the run. */
export interface EditorHost {
  readonly server: EditorServer;
  readonly browser: Browser;
  readonly userDataDir: string;
}

let shared: Promise<EditorHost> | undefined;
let browser: Promise<Browser> | undefined;

export function sharedEditorHost(): Promise<EditorHost> {
  shared ??= startEditorHost((extensionsDir) => linkExtensions(extensionsDir, root));
  return shared;
}

/** A server of its own, for tests that need other extensions or switches; the browser is the shared one. */
export async function startEditorHost(
  addExtensions: (extensionsDir: string) => void | Promise<void>,
  options: Partial<ServerOptions> = {},
): Promise<EditorHost> {
  await ensureEditor();
  const folder = temporaryFolder('editor');
  const [userDataDir, extensionsDir] = [join(folder, 'data'), join(folder, 'extensions')];
  await addExtensions(extensionsDir);
  browser ??= launchBrowser();
  // A home of its own: what a person has in theirs must not change what the tests see.
  const env = { HOME: join(folder, 'home'), ...options.env };
  const server = await startServer({ userDataDir, extensionsDir, isForTests: true, ...options, env });
  return { server, browser: await browser, userDataDir };
}

/** What the extension kept for all windows; a new test starts without it. */
export function forgetStorage({ userDataDir }: EditorHost): void {
  const folder = join(userDataDir, 'User', 'globalStorage', 'esign-workbench.esign-workbench');
  rmSync(folder, { recursive: true, force: true });
}

before(async function () {
  // The first run on a machine installs the editor.
  this.timeout(600_000);
  await ensureEditor();
});

afterEach(async function () {
  if (this.currentTest?.state === 'failed') await saveFailure(this.currentTest.titlePath());
});

after(() => endEverything());
