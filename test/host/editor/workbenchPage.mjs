/** @typedef {import('playwright-core').Browser} Browser */
/** @typedef {import('./server.mjs').EditorServer} EditorServer */

/**
 * @typedef {object} WindowOptions
 * @property {string} [folder] Opened as the workspace, as is a file of one (*.code-workspace); an empty window otherwise.
 * @property {string} [extensionDevelopmentPath] Needs a server with `driver`, as the next one.
 * @property {string} [extensionTestsPath]
 * @property {import('playwright-core').BrowserContextOptions} [context]
 * @property {string | undefined} [language] Which extensions are asked to speak; the editor's own texts stay English.
 * @property {(line: string) => void} [log] What the extension host prints while it runs tests.
 */

/** Milliseconds for whatever a window or its server does: met only by what hangs, however slow the machine is. */
export const windowTimeout = 180_000;

/** The address that opens a window. @param {EditorServer} server @param {WindowOptions} options */
export function addressOf(server, { folder, extensionDevelopmentPath, extensionTestsPath }) {
  const address = new URL(server.origin);
  if (folder) address.searchParams.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', folder);
  else address.searchParams.set('ew', 'true');
  const payload = [];
  if (extensionDevelopmentPath) payload.push(['extensionDevelopmentPath', remote(server, extensionDevelopmentPath)]);
  if (extensionTestsPath) payload.push(['extensionTestsPath', remote(server, extensionTestsPath)]);
  if (payload.length > 0) address.searchParams.set('payload', JSON.stringify([...payload, ['skipWelcome', 'true']]));
  return address.href;
}

/**
 * Opens a window in a browser context of its own. `exited` gives the code of the tests, when there are any.
 * @param {Browser} browser @param {EditorServer} server @param {WindowOptions} [options]
 */
export async function openWorkbench(browser, server, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options.context });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.origin });
  context.setDefaultTimeout(windowTimeout);
  if (options.language) {
    // What a language pack would say, which comes from elsewhere.
    await context.addInitScript((language) => {
      Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => language, set: () => {} });
    }, options.language);
  }
  const page = await context.newPage();
  /** @type {(code: number) => void} */
  let finish = () => {};
  /** @type {Promise<number>} */
  const exited = new Promise((resolve) => (finish = resolve));
  if (options.extensionTestsPath) {
    await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => finish(code));
    await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ args) =>
      options.log?.(args.map(String).join(' ')),
    );
  }
  await page.goto(addressOf(server, options));
  await page.locator('.monaco-workbench .part.statusbar').waitFor();
  return { page, context, exited };
}

/** @param {EditorServer} server @param {string} path */
function remote(server, path) {
  return `vscode-remote://${server.authority}${path}`;
}
