import { setTimeout as delay } from 'node:timers/promises';

const startTimeout = 60_000;

/** @typedef {(order: { activate?: string, command?: string, args?: unknown[], open?: string, watch?: true, end?: true }) => Promise<{ started: number, took: number, longestBlock?: number, longestTurn?: number }>} GiveOrder */

/** Orders for the driver in the extension host, which listens as soon as that host runs. @param {number} port @returns {GiveOrder} */
export function ordersTo(port) {
  return async (order) => {
    const result = await (await post(port, JSON.stringify(order))).json();
    if (result.error) throw new Error(result.error);
    return result;
  };
}

/** @param {number} port @param {string} body */
async function post(port, body) {
  const deadline = Date.now() + startTimeout;
  for (;;) {
    const reply = await fetch(`http://127.0.0.1:${port}`, { method: 'POST', body }).catch(() => undefined);
    if (reply) return reply;
    if (Date.now() > deadline) throw new Error('The extension host takes no orders.');
    await delay(50);
  }
}
