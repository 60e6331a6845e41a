import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../lifetime.mjs';

/** @typedef {import('../../run/tally.ts').TallyRow} TallyRow */
/** @typedef {Extract<TallyRow, { kind: 'reply' }>} ReplyRow */
/** @typedef {Extract<TallyRow, { kind: 'client' }>} ClientRow */

/** Processes that run tests leave their rows in a folder of this run. */
export function openTallies() {
  process.env['ESIGN_TEST_TALLY'] = temporaryFolder('tallies');
}

/** @returns {TallyRow[]} */
export function readTallies() {
  const folder = process.env['ESIGN_TEST_TALLY'] ?? '';
  return readdirSync(folder).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line)),
  );
}

/** What the emulators were held to, in a table, and where they depart from it. @param {readonly TallyRow[]} rows */
export function tallyText(rows) {
  const providers = [...new Set(rows.map(({ provider }) => provider))].sort();
  if (providers.length === 0) return '';
  const heads = ['Emulator', 'Replies', 'Keys', 'Not printed', 'Departures', 'Round trips', 'Clients: cases, calls'];
  const lines = [heads, ...providers.map((provider) => lineOf(provider, rows))];
  const widths = heads.map((_head, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const table = lines.map((line) => `  ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`);
  const reasons = providers.flatMap((provider) => reasonsOf(provider, rows));
  const departures = reasons.length === 0 ? [] : ['', 'Departures from official bodies', ...reasons];
  return ['What the emulators were held to', ...table, ...departures].map((line) => line.trimEnd()).join('\n');
}

/** @param {string} provider @param {readonly TallyRow[]} rows */
function lineOf(provider, rows) {
  const own = rows.filter((row) => row.provider === provider);
  const replies = repliesOf(own);
  /** @param {(row: ReplyRow) => number} count */
  const sum = (count) => String(replies.reduce((total, row) => total + count(row), 0));
  return [
    provider,
    String(replies.length),
    sum(({ keys }) => keys),
    sum(({ unprinted }) => unprinted),
    sum(({ departures }) => departures.flatMap(({ pointers }) => pointers).length),
    String(own.filter(({ kind }) => kind === 'roundTrip').length),
    clientsOf(own),
  ];
}

/** @param {readonly TallyRow[]} rows */
function clientsOf(rows) {
  const clients = rows.filter(/** @returns {row is ClientRow} */ (row) => row.kind === 'client');
  const names = [...new Set(clients.map(({ client }) => client))];
  return names
    .map((name) => {
      const cases = clients.filter(({ client }) => client === name);
      return `${name} ${cases.length}, ${cases.reduce((total, { calls }) => total + calls, 0)}`;
    })
    .join('; ');
}

/** A line for each reason. @param {string} provider @param {readonly TallyRow[]} rows */
function reasonsOf(provider, rows) {
  const departures = repliesOf(rows.filter((row) => row.provider === provider)).flatMap((row) => row.departures);
  const reasons = [...new Set(departures.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const pointers = new Set(departures.filter((one) => one.reason === reason).flatMap((one) => one.pointers));
    return `  ${provider}: ${reason} (${[...pointers].join(', ')})`;
  });
}

/** @param {readonly TallyRow[]} rows */
function repliesOf(rows) {
  return rows.filter(/** @returns {row is ReplyRow} */ (row) => row.kind === 'reply');
}
