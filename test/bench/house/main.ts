import { keystroke } from './keystroke';
import { ofCode } from './ofCode';

// Prints a line of JSON for each figure: node house.js
async function measureHouse(): Promise<void> {
  for (const figure of [...(await ofCode()), await keystroke()]) console.info(JSON.stringify(figure));
}

measureHouse().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
