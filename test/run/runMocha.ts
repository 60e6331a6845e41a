import Mocha from 'mocha';
import { CountingReporter } from './countingReporter';

/** Runs bundled test files in this process; gives the number of failures. */
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
  return new Promise((resolve) => void mocha.run(resolve));
}
