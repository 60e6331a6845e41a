import { parentPort } from 'node:worker_threads';

parentPort?.on('message', async ({ method, url, headers, body, done, port }) => {
  port.postMessage(await replyTo(url, { method, headers, body }));
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
});

/** As k6 has it: names of headers begin with capitals, and status 0 is no reply. @param {string} url @param {RequestInit} init */
async function replyTo(url, init) {
  try {
    const reply = await fetch(url, init);
    const headers = Object.fromEntries([...reply.headers].map(([name, value]) => [canonical(name), value]));
    return { status: reply.status, headers, body: await reply.text(), error: '' };
  } catch (error) {
    return { status: 0, headers: {}, body: null, error: String(error) };
  }
}

/** @param {string} name */
function canonical(name) {
  return name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}
