import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { openBenchWindow } from './benchWindow.mjs';
import { longestBlock, paintedAt, watchBlocks } from './painted.mjs';
import { compare } from './rows.mjs';

const rounds = 3;

/** What replies are made of, and how large they are. @type {readonly { what: string, part: string, megabytes: number }[]} */
const replies = [
  { what: '1 MB', part: '{"id":"a","email":"ann@example.com","status":"pending"}', megabytes: 1 },
  { what: '10 MB', part: '{"id":"a","email":"ann@example.com","status":"pending"}', megabytes: 10 },
  { what: '100 MB', part: '{"id":"a","email":"ann@example.com","status":"pending"}', megabytes: 100 },
  { what: '1 MB, each row one digit', part: '1', megabytes: 1 },
];

/**
 * From the order to send until the beginning of a large reply is on screen, and how long the page was blocked at most,
 * beside the least that does it: a fetch, and as much of the text in a page that is open.
 * @returns {Promise<import('./rows.mjs').Row[]>}
 */
export async function benchShownReplies() {
  const api = createServer(answer);
  await once(api.listen(0, '127.0.0.1'), 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (api.address());
  const baseUrl = `http://127.0.0.1:${port}`;
  const { workspace, page, order, end } = await openBenchWindow({
    'esign.connections': [{ id: 'large', provider: 'signnow', baseUrl }],
  });
  await order({ command: 'floor.open' });
  await paintedAt(page, (text) => text.includes('floor'));
  const rows = [];
  for (const [kind, { what }] of replies.entries()) {
    /** @type {[number, number][]} */
    const painted = [];
    /** @type {number[]} */
    const blocks = [];
    // The first one opens the panel.
    for (let round = kind === 0 ? -1 : 0; round < rounds; round++) {
      const mark = `${kind}-${round + 1}`;
      const file = join(workspace, `reply${mark}.esign.json`);
      writeFileSync(file, JSON.stringify(requestOf(mark)));
      await order({ open: file });
      await paintedAt(page, (text) => text.includes('Send'));
      await watchBlocks(page);
      const isMeant = (/** @type {string} */ text) => text.includes(markOf(mark));
      const ours = await order({ command: 'esign.send' });
      const ourTime = (await paintedAt(page, isMeant)) - ours.started;
      const block = await longestBlock(page);
      await order({ command: 'floor.open' });
      await paintedAt(page, (text) => text.includes('floor'));
      const floor = await order({ command: 'floor.beginning', args: [`${baseUrl}/${pathOf(mark)}`] });
      const floorTime = (await paintedAt(page, (text) => text.startsWith('{') && isMeant(text))) - floor.started;
      await order({ command: 'workbench.action.closeActiveEditor' });
      if (round < 0) continue;
      painted.push([ourTime, floorTime]);
      blocks.push(block);
    }
    rows.push(
      { what: `reply of ${what} painted`, unit: 'ms', ...compare(painted), gate: { ratioAtMost: 3 } },
      {
        what: `reply of ${what}, longest block of the page`,
        unit: 'ms',
        ours: Math.max(...blocks),
        gate: { atMost: 100 },
      },
    );
  }
  await end();
  api.close();
  return rows;
}

/** A download by a link of its own: it takes no credentials. @param {string} mark */
function requestOf(mark) {
  const query = { route: 'onetimedownload', document_download_id: `download-of-${mark}` };
  return { operation: 'signnow/download-by-link', connection: 'large', query };
}

/** @param {string} mark */
const pathOf = (mark) => `dispatch?document_download_id=download-of-${mark}`;
/** @param {string} mark */
const markOf = (mark) => `mark ${mark}`;

/** @type {import('node:http').RequestListener} */
function answer({ url = '' }, response) {
  const mark = /(\d+-\d+)/.exec(url)?.[1] ?? '';
  const { part, megabytes } = replies[Number(mark.split('-')[0])] ?? { part: '1', megabytes: 0 };
  response.writeHead(200, { 'content-type': 'application/json' });
  const parts = `,${part}`.repeat(Math.floor((megabytes * 1_000_000) / (part.length + 1)));
  response.end(`{"mark":"${markOf(mark)}","rows":[1${parts}]}`);
}
