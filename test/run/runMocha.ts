import Mocha from 'mocha';
import { readShard } from '../host/run/shard.mjs';
import { CountingReporter } from './countingReporter';
import { shareSuites } from './shareSuites';

/** Runs bundled test files in this process, or the suites that others leave for it; gives the number of failures. */
export async function runMocha(files: readonly string[], timeout: number): Promise<number> {
  const grep = process.env['ESIGN_TEST_GREP'];
  const mocha = new Mocha({
    ui: 'bdd',
    reporter: CountingReporter,
    timeout,
    forbidOnly: Boolean(process.env['CI']),
    ...(grep ? { grep } : {}),
  });
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  const folder = process.env['ESIGN_TEST_SHARED'];
  const shard = readShard(process.env['ESIGN_TEST_SHARD'] ?? '') ?? { number: 1, of: 1 };
  const share = folder ? shareSuites(mocha, folder, shard) : undefined;
  return new Promise((resolve) => {
    const runner = mocha.run(resolve);
    share?.(runner);
  });
}
