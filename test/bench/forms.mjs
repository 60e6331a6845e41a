import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBenchWindow } from './benchWindow.mjs';
import { paintedAt } from './painted.mjs';
import { compare, median } from './rows.mjs';
import { openTable, timesInTable } from './tableSteps.mjs';
import { timesBeside } from './textBeside.mjs';

const rounds = 3;
const people = 500;

/**
 * @typedef {object} Kind
 * @property {string} what
 * @property {(n: number) => string} emailOf
 * @property {(emailOf: (n: number) => string) => object} requestOf
 * @property {string} [nested] Whose items are the rows, in the items of the list.
 */

/** @type {readonly Kind[]} */
const kinds = [
  { what: 'people, all right', emailOf: (n) => `signer${n}@example.com`, requestOf: listOfPeople },
  { what: 'people, all wrong', emailOf: (n) => `signer${n} at example.com`, requestOf: listOfPeople },
  {
    what: 'people of one step',
    emailOf: (n) => `one${n}@example.com`,
    requestOf: (emailOf) => steps([emails(emailOf)]),
    nested: '/invite_emails',
  },
  {
    what: 'people, ten in a step',
    emailOf: (n) => `ten${n}@example.com`,
    requestOf: (emailOf) => steps(inTens(emails(emailOf))),
    nested: '/invite_emails',
  },
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
      const file = join(workspace, `list${index}-${round + 1}.esign.json`);
      writeFileSync(file, JSON.stringify({ connection: 'people', ...kind.requestOf(kind.emailOf) }, null, 2));
      const figures = await measureForm(page, order, file, kind);
      if (round >= 0) measured.push(figures);
    }
    rows.push(...rowsOf(`${people} ${kind.what}`, measured));
    if (kind.nested === undefined) rows.push(...(await rowsBeside(page, order, workspace, kind)));
  }
  await end();
  return rows;
}

/** @typedef {{ first: [ours: number, floor: number], whole: [ours: number, floor: number], steps: Record<string, number>, turn: number, block: [ours: number, floor: number] }} Figures */

/**
 * @param {import('playwright-core').Page} page @param {import('./hostOrders.mjs').GiveOrder} order
 * @param {string} file @param {Kind} kind @returns {Promise<Figures>}
 */
async function measureForm(page, order, file, { emailOf, nested }) {
  const [first, last] = [emailOf(1), emailOf(people)];
  await order({ watch: true });
  const floor = await order({ command: 'floor.show', args: [file] });
  const floorTime = (await paintedAt(page, (text) => text.includes(last))) - floor.started;
  const { longestBlock: floorBlock = Number.NaN } = await order({ watch: true });
  await order({ command: 'workbench.action.closeActiveEditor' });
  await order({ watch: true });
  const ours = await order({ open: file });
  // Of a step, what stands in it is a number.
  const isForm = (/** @type {string} */ text) => text.includes('As table');
  const isShown = (/** @type {string} */ text, /** @type {string} */ email) =>
    nested !== undefined || text.includes(email);
  const firstTime = (await paintedAt(page, (text) => isForm(text) && isShown(text, first))) - ours.started;
  const wholeTime = (await paintedAt(page, (text) => isForm(text) && isShown(text, last))) - ours.started;
  const table = await openTable(page, nested);
  const steps = await timesInTable(page, table, people, nested === undefined ? 0 : 3);
  const { longestBlock = Number.NaN, longestTurn: turn = Number.NaN } = await order({ watch: true });
  await order({ command: 'workbench.action.files.revert' });
  await order({ command: 'workbench.action.closeActiveEditor' });
  return {
    first: [firstTime, floorTime],
    whole: [wholeTime, floorTime],
    steps,
    turn,
    block: [longestBlock, floorBlock],
  };
}

/**
 * The same with the text in another column.
 * @param {import('playwright-core').Page} page @param {import('./hostOrders.mjs').GiveOrder} order
 * @param {string} workspace @param {Kind} kind @returns {Promise<import('./rows.mjs').Row[]>}
 */
async function rowsBeside(page, order, workspace, { what, emailOf, requestOf }) {
  /** @type {Awaited<ReturnType<typeof timesBeside>>[]} */
  const measured = [];
  for (let round = 0; round < rounds; round++) {
    const file = join(workspace, `beside ${what} ${round}.esign.json`);
    writeFileSync(file, JSON.stringify({ connection: 'people', ...requestOf(emailOf) }, null, 2));
    await order({ open: file });
    await paintedAt(page, (text) => text.includes('As table') && text.includes(emailOf(people)));
    measured.push(await timesBeside(page, order, emailOf(1)));
    await order({ command: 'workbench.action.files.revert' });
    await order({ command: 'workbench.action.closeAllEditors' });
  }
  const list = `${people} ${what}, text beside`;
  const turn = Math.max(...measured.map((figures) => figures.turn));
  return [
    ...Object.keys(measured[0]?.times ?? {}).map((step) => {
      const ours = median(measured.map(({ times }) => times[step] ?? Number.NaN));
      return {
        what: `${list}: ${step} painted`,
        unit: 'ms',
        ours,
        ...(step.startsWith('key') && { gate: { atMost: 34 } }),
      };
    }),
    { what: `${list}: longest turn of the host`, unit: 'ms', ours: turn, gate: { atMost: 50 } },
  ];
}

/** @param {string} list @param {readonly Figures[]} measured @returns {import('./rows.mjs').Row[]} */
function rowsOf(list, measured) {
  const turn = Math.max(...measured.map((figures) => figures.turn));
  const most = { ratioAtMost: 2 };
  return [
    { what: `${list}: first window shown`, unit: 'ms', ...compare(measured.map(({ first }) => first)), gate: most },
    { what: `${list}: all shown`, unit: 'ms', ...compare(measured.map(({ whole }) => whole)), gate: most },
    ...Object.keys(measured[0]?.steps ?? {}).map((step) => {
      const ours = median(measured.map(({ steps }) => steps[step] ?? Number.NaN));
      return { what: `${list}: ${step} painted`, unit: 'ms', ours, gate: { atMost: gateOf(step) } };
    }),
    { what: `${list}: longest turn of the host`, unit: 'ms', ours: turn, gate: { atMost: 50 } },
    { what: `${list}: its longest block by the clock`, unit: 'ms', ...compare(measured.map(({ block }) => block)) },
  ];
}

/** @param {string} step */
function gateOf(step) {
  if (step === 'key') return 34;
  return step.startsWith('paste') ? 200 : 100;
}

const id = '016c8d15f909003085ed074a06236bc50bb3e1c3';

/** @param {(n: number) => string} emailOf */
function emails(emailOf) {
  return Array.from({ length: people }, (_, index) => emailOf(index + 1));
}

/** @param {(n: number) => string} emailOf */
function listOfPeople(emailOf) {
  const invites = emails(emailOf).map((email, index) => ({
    email,
    role_id: id,
    order: index + 1,
    auth_method: 'none',
  }));
  return { operation: 'signnow/create-embedded-invites', path: { document_id: id }, body: { invites } };
}

/** @param {readonly string[]} all */
function inTens(all) {
  return all.flatMap((_, index) => (index % 10 === 0 ? [all.slice(index, index + 10)] : []));
}

/** @param {readonly (readonly string[])[]} emailsOfSteps */
function steps(emailsOfSteps) {
  const invite_steps = emailsOfSteps.map((own, index) => ({
    order: index + 1,
    invite_emails: own.map((email) => ({ email })),
    invite_actions: own.map((email) => ({ email, role_name: 'Signer', action: 'sign', document_id: id })),
  }));
  return { operation: 'signnow/create-group-invite', path: { document_group_id: id }, body: { invite_steps } };
}
