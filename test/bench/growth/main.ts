import type { GrowthCase } from './growthCase';
import { historyCases } from './historyCases';
import { keystrokeCases } from './keystrokeCases';
import { listingCases } from './listingCases';
import { measureGrowth } from './measureGrowth';
import { webhookCases } from './webhookCases';

const families = {
  form: () => keystrokeCases,
  listing: () => listingCases,
  history: historyCases,
  webhooks: () => webhookCases,
} satisfies Record<string, (folder: string) => readonly GrowthCase[]>;

// Prints a line of JSON for each case: node growth.js FOLDER FAMILY... The folder is for what has to be on a disk.
async function measureAll([folder = '', ...names]: readonly string[]): Promise<void> {
  const chosen = Object.entries(families).filter(([name]) => names.includes(name));
  for (const growthCase of chosen.flatMap(([, casesOf]) => casesOf(folder))) {
    const { what, unit } = growthCase;
    console.info(JSON.stringify({ what, unit, rounds: await measureGrowth(growthCase) }));
  }
}

measureAll(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
