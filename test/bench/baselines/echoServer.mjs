// The least that a server does with JSON: reads it, parses it, writes some back with its length. Prints its port.
import { createServer } from 'node:http';

const [replyText = '{}'] = process.argv.slice(2);
const reply = JSON.parse(replyText);
const server = createServer((request, response) => {
  /** @type {Buffer[]} */
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    if (chunks.length > 0) JSON.parse(Buffer.concat(chunks).toString());
    const text = JSON.stringify(reply);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
    response.end(text);
  });
});
server.listen(0, '127.0.0.1', () => {
  console.info(/** @type {import('node:net').AddressInfo} */ (server.address()).port);
});
