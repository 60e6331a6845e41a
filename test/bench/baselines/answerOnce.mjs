// The least that an answer over standard input and output costs: answers the first line, and ends.
import { createInterface } from 'node:readline';

createInterface(process.stdin).once('line', (line) => {
  const { id } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', id, result: {} })}\n`, () => process.exit());
});
