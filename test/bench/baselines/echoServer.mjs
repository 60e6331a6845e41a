// The least that a server does with JSON: reads it, parses it, writes some back. Prints its port.
import { createServer } from 'node:http';

const [replyText = '{}'] = process.argv.slice(2);
const server = createServer((request, response) => {
  /** @type {Buffer[]} */
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    if (chunks.length > 0) JSON.parse(Buffer.concat(chunks).toString());
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(replyText);
  });
});
server.listen(0, '127.0.0.1', () => {
  console.info(/** @type {import('node:net').AddressInfo} */ (server.address()).port);
});
