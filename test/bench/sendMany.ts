import { send } from '../../src/cli/commands/send';
import { ProviderRegistry } from '../../src/core/registry';
import { providers } from '../../src/providers/index';

// What the command line does for one file, again and again in one process: node sendMany.js FILE BASE_URL COUNT.
// Prints the most memory that it took, in kB.
const [file = '', baseUrl = '', count = '1'] = process.argv.slice(2);
const surroundings = {
  registry: new ProviderRegistry(providers),
  env: process.env,
  cwd: process.cwd(),
  colors: false,
  isTerminal: false,
  signal: new AbortController().signal,
  out: () => {},
  err: () => {},
};
const args = { flags: new Set(['json']), values: { 'base-url': baseUrl }, lists: {}, positionals: [file] };

async function sendAll(): Promise<void> {
  for (let sent = 0; sent < Number(count); sent++) {
    const code = await send(surroundings, args);
    if (code !== 0) throw new Error(`esign send ended with ${code}`);
  }
  console.info(process.resourceUsage().maxRSS);
}

sendAll().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
