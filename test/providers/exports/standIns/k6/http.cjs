// `http.request` of k6, which comes back with the reply: another thread sends, and this one waits for it.
const { join } = require('node:path');
const { MessageChannel, receiveMessageOnPort, Worker } = require('node:worker_threads');

const sender = new Worker(join(__dirname, 'sender.mjs'));
sender.unref();

/**
 * @param {string} method @param {string} url @param {string | ArrayBuffer | null} body
 * @param {{ headers: Record<string, string> }} params
 */
function request(method, url, body, { headers }) {
  const { port1, port2 } = new MessageChannel();
  const done = new Int32Array(new SharedArrayBuffer(4));
  sender.postMessage({ method, url, headers, body, done, port: port2 }, [port2]);
  Atomics.wait(done, 0, 0);
  return receiveMessageOnPort(port1)?.message;
}

module.exports = { request };
