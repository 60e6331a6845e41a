import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../host/editor/browser.mjs';
import { linkExtensions } from '../host/editor/extensions.mjs';
import { ensureEditor } from '../host/editor/packages.mjs';
import { startServer } from '../host/editor/server.mjs';
import { temporaryFolder } from '../host/lifetime.mjs';
import { freePort } from '../host/ports.mjs';
import { stageExtension } from '../host/run/stageExtension.mjs';
import { floorFolder, measureRound } from './editorRound.mjs';
import { ordersTo } from './hostOrders.mjs';
import { body } from './requestSample.mjs';
import { compare } from './rows.mjs';
import { startSigningTarget } from './signingTarget.mjs';

/** @typedef {import('./editorRound.mjs').Round} Round */

const rounds = 4;
const formsEach = 2;
const signers = 50;

/** The extension beside the one that does the least, in windows of their own, one after the other. */
export async function benchEditor() {
  await ensureEditor();
  const folder = temporaryFolder('bench');
  const extensionsDir = join(folder, 'extensions');
  linkExtensions(extensionsDir, startedByOrder(join(folder, 'ours')), floorFolder);
  const target = await startSigningTarget();
  const driverPort = await freePort();
  const server = await startServer({
    extensionsDir,
    userDataDir: join(folder, 'data'),
    settings: { 'esign.emulator.portBase': target.portBase },
    driver: true,
    env: { ESIGN_BENCH_PORT: String(driverPort) },
  });
  const host = { browser: await launchBrowser(), server, order: ordersTo(driverPort) };

  /** @type {Round[]} */
  const measured = [];
  for (let round = 0; round < rounds; round++) {
    const workspace = join(folder, `workspace${round}`);
    mkdirSync(workspace);
    const work = { writeRequests: () => writeRequests(workspace, target), floorFirst: round % 2 === 0 };
    measured.push(await measureRound({ ...host, workspace }, work));
  }
  return rowsOf(measured);
}

/** The extension without what starts it in a window that holds nothing of it yet. @param {string} folder */
function startedByOrder(folder) {
  // Whose the files are, the editor tells by where they really lie.
  stageExtension(folder);
  const file = join(folder, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  const activationEvents = manifest.activationEvents.filter(
    (/** @type {string} */ event) => !event.startsWith('onLanguage:'),
  );
  writeFileSync(file, JSON.stringify({ ...manifest, activationEvents }));
  return folder;
}

/** @param {readonly Round[]} measured @returns {import('./rows.mjs').Row[]} */
function rowsOf(measured) {
  const paints = measured.flatMap(({ paint }) => (paint ? [paint] : []));
  const forms = measured.flatMap((round) => round.forms);
  const trees = measured.map(({ tree }) => tree);
  const activations = measured.map(({ activation }) => activation);
  return [
    { what: 'activation', unit: 'ms', ...figures(activations), gate: { ratioAtMost: 2 } },
    { what: 'first row of the tree painted', unit: 'ms', ...figures(trees), gate: { ratioAtMost: 2 } },
    { what: 'small reply painted, panel open', unit: 'ms', ...figures(paints), gate: { ratioAtMost: 2 } },
    { what: `form of ${signers} signers shown`, unit: 'ms', ...figures(forms), gate: { atMost: 500 } },
  ];
}

/** @param {readonly import('./editorRound.mjs').Pair[]} pairs */
function figures(pairs) {
  return pairs.length > 0 ? compare(pairs) : { ours: undefined };
}

/** @param {string} workspace @param {{ document: string, invite: string }} target */
function writeRequests(workspace, { document, invite }) {
  const linkFile = join(workspace, 'link.esign.json');
  writeRequest(linkFile, 'create-embedded-invite-link', { document_id: document, field_invite_id: invite }, body);
  const forms = Array.from({ length: formsEach }, (_, form) => {
    const file = join(workspace, `signers${form}.esign.json`);
    const emails = Array.from({ length: signers }, (_, index) => `signer${index}@form${form}.example`);
    const invites = emails.map((email, index) => ({
      email,
      role: `Signer ${index}`,
      order: index + 1,
      auth_method: 'none',
    }));
    writeRequest(file, 'create-embedded-invites', { document_id: document }, { invites });
    return { file, last: emails.at(-1) ?? '' };
  });
  return { linkFile, forms };
}

/** @param {string} file @param {string} operation @param {object} path @param {object} content */
function writeRequest(file, operation, path, content) {
  const request = { operation: `signnow/${operation}`, connection: 'emulator', path, body: content };
  writeFileSync(file, JSON.stringify(request, undefined, 2));
}
