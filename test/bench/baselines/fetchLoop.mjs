// The least that a request costs: node fetchLoop.mjs URL BODY TOKEN COUNT. Prints the most memory that it took, in kB.
import fetch from 'node-fetch';

const [url = '', body = '', token = '', count = '1'] = process.argv.slice(2);
const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
for (let sent = 0; sent < Number(count); sent++) {
  const reply = await fetch(url, { method: 'POST', headers, body });
  const text = await reply.text();
  if (sent === 0) process.stdout.write(text);
}
process.stdout.write(`\n${process.resourceUsage().maxRSS}\n`);
