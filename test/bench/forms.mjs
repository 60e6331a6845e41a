import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBenchWindow } from './benchWindow.mjs';
import { paintedAt } from './painted.mjs';
import { compare, median } from './rows.mjs';
import { openTable, timesInTable } from './tableSteps.mjs';

const rounds = 3;
const people = 500;

/** What the rows of a list are like. @type {readonly { what: string, emailOf: (n: number) => string }[]} */
const kinds = [
  { what: 'right', emailOf: (n) => `signer${n}@example.com` },
  { what: 'wrong', emailOf: (n) => `signer${n} at example.com` },
];

/**
 * A form of many people beside the least that shows its file, what is done to their table until it is painted, and how
 * long the extension host was blocked meanwhile.
 * @returns {Promise<import('./rows.mjs').Row[]>}
 */
export async function benchForms() {
  const { workspace, page, order, end } = await openBenchWindow({
    'esign.connections': [{ id: 'people', provider: 'signnow', baseUrl: 'http://127.0.0.1:9' }],
  });
  const rows = [];
  for (const [index, kind] of kinds.entries()) {
    const measured = [];
    // The first one pays for what a window loads once.
    for (let round = index === 0 ? -1 : 0; round < rounds; round++) {
      const file = join(workspace, `${kind.what}${round + 1}.esign.json`);
      writeFileSync(file, JSON.stringify(requestOf(kind.emailOf), null, 2));
      const figures = await measureForm(page, order, file, kind.emailOf(people));
      if (round >= 0) measured.push(figures);
    }
    rows.push(...rowsOf(`${people} people, all ${kind.what}`, measured));
  }
  await end();
  return rows;
}

/** @typedef {{ shown: [ours: number, floor: number], steps: Record<string, number>, block: number }} Figures */

/**
 * @param {import('playwright-core').Page} page @param {import('./hostOrders.mjs').GiveOrder} order
 * @param {string} file @param {string} last What is at its end. @returns {Promise<Figures>}
 */
async function measureForm(page, order, file, last) {
  const floor = await order({ command: 'floor.show', args: [file] });
  const floorTime = (await paintedAt(page, (text) => text.includes(last))) - floor.started;
  await order({ command: 'workbench.action.closeActiveEditor' });
  await order({ watch: true });
  const ours = await order({ open: file });
  const ourTime = (await paintedAt(page, (text) => text.includes('As table') && text.includes(last))) - ours.started;
  const table = await openTable(page);
  const steps = await timesInTable(page, table, people);
  const { longestBlock = Number.NaN } = await order({ watch: true });
  await order({ command: 'workbench.action.files.revert' });
  await order({ command: 'workbench.action.closeActiveEditor' });
  return { shown: [ourTime, floorTime], steps, block: longestBlock };
}

/** @param {string} list @param {readonly Figures[]} measured @returns {import('./rows.mjs').Row[]} */
function rowsOf(list, measured) {
  const shown = compare(measured.map((figures) => figures.shown));
  const block = Math.max(...measured.map((figures) => figures.block));
  return [
    { what: `${list}: form shown`, unit: 'ms', ...shown, gate: { ratioAtMost: 2 } },
    ...Object.keys(measured[0]?.steps ?? {}).map((step) => {
      const ours = median(measured.map(({ steps }) => steps[step] ?? Number.NaN));
      return { what: `${list}: ${step} painted`, unit: 'ms', ours, gate: { atMost: gateOf(step) } };
    }),
    { what: `${list}: longest block of the host`, unit: 'ms', ours: block, gate: { atMost: 50 } },
  ];
}

/** @param {string} step */
function gateOf(step) {
  if (step === 'key') return 34;
  return step.startsWith('paste') ? 200 : 100;
}

/** @param {(n: number) => string} emailOf */
function requestOf(emailOf) {
  const id = '016c8d15f909003085ed074a06236bc50bb3e1c3';
  const signer = (/** @type {number} */ n) => ({ email: emailOf(n), role_id: id, order: n, auth_method: 'none' });
  const invites = Array.from({ length: people }, (_, index) => signer(index + 1));
  return {
    operation: 'signnow/create-embedded-invites',
    connection: 'people',
    path: { document_id: id },
    body: { invites },
  };
}
