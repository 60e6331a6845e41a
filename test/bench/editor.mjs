import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../host/editor/browser.mjs';
import { linkExtensions } from '../host/editor/extensions.mjs';
import { ensureEditor } from '../host/editor/packages.mjs';
import { startServer } from '../host/editor/server.mjs';
import { temporaryFolder } from '../host/lifetime.mjs';
import { root } from '../host/paths.mjs';
import { freePort } from '../host/ports.mjs';
import { floorFolder, measureRound } from './editorRound.mjs';
import { ordersTo } from './hostOrders.mjs';
import { body } from './requestSample.mjs';
import { median } from './rows.mjs';
import { startSigningTarget } from './signingTarget.mjs';

/** @typedef {import('./editorRound.mjs').Round} Round */

const rounds = 5;
const signers = 50;

/** The extension beside the one that does the least, in windows of their own, one after the other. */
export async function benchEditor() {
  await ensureEditor();
  const folder = temporaryFolder('bench');
  const extensionsDir = join(folder, 'extensions');
  linkExtensions(extensionsDir, root, floorFolder);
  const target = await startSigningTarget();
  const files = writeRequests(join(folder, 'workspace'), target);
  const driverPort = await freePort();
  const server = await startServer({
    extensionsDir,
    userDataDir: join(folder, 'data'),
    settings: { 'esign.emulator.portBase': target.portBase },
    driver: true,
    env: { ESIGN_BENCH_PORT: String(driverPort) },
  });
  const host = { browser: await launchBrowser(), server, workspace: files.workspace, order: ordersTo(driverPort) };

  /** @type {Round[]} */
  const measured = [];
  for (let round = 0; round < rounds; round++) {
    measured.push(await measureRound(host, { ...files, floorFirst: round % 2 === 0 }));
  }
  return rowsOf(measured);
}

/** @param {readonly Round[]} measured @returns {import('./rows.mjs').Row[]} */
function rowsOf(measured) {
  /** @param {keyof Round} key */
  const of = (key) => {
    const values = measured.flatMap((round) => round[key] ?? []);
    return values.length > 0 ? median(values) : undefined;
  };
  return [
    {
      what: 'activation',
      unit: 'ms',
      ours: of('activation'),
      baseline: of('floorActivation'),
      gate: { ratioAtMost: 2 },
    },
    {
      what: 'small reply painted, panel open',
      unit: 'ms',
      ours: of('paint'),
      baseline: of('floorPaint'),
      gate: { ratioAtMost: 2 },
    },
    { what: `form of ${signers} signers shown`, unit: 'ms', ours: of('form'), gate: { atMost: 500 } },
  ];
}

/** @param {string} workspace @param {{ document: string, invite: string }} target */
function writeRequests(workspace, { document, invite }) {
  mkdirSync(workspace);
  const [linkFile, formFile] = [join(workspace, 'link.esign.json'), join(workspace, 'signers.esign.json')];
  const emails = Array.from({ length: signers }, (_, index) => `signer${index}@example.com`);
  writeRequest(linkFile, 'create-embedded-invite-link', { document_id: document, field_invite_id: invite }, body);
  writeRequest(
    formFile,
    'create-embedded-invites',
    { document_id: document },
    {
      invites: emails.map((email, index) => ({
        email,
        role: `Signer ${index}`,
        order: index + 1,
        auth_method: 'none',
      })),
    },
  );
  return { workspace, linkFile, formFile, lastInForm: emails.at(-1) ?? '' };
}

/** @param {string} file @param {string} operation @param {object} path @param {object} content */
function writeRequest(file, operation, path, content) {
  const request = { operation: `signnow/${operation}`, connection: 'emulator', path, body: content };
  writeFileSync(file, JSON.stringify(request, undefined, 2));
}
