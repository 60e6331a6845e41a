import { providers } from '../../../src/providers';
import { measureStates } from './measureStates';

// Prints a line of JSON for each provider: node --expose-gc states.js MANY FEW [PROVIDER...]
async function measureAll([many = '', few = '', ...ids]: readonly string[]): Promise<void> {
  for (const { id, load } of providers) {
    const provider = await load();
    if (provider.emulator === undefined || (ids.length > 0 && !ids.includes(id))) continue;
    console.info(JSON.stringify({ id, ...(await measureStates(provider, Number(many), Number(few))) }));
  }
}

measureAll(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
