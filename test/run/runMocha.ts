import Mocha from 'mocha';
import { CountingReporter } from './countingReporter';

/** Runs bundled test files in this process, or every so many-th of their suites; gives the number of failures. */
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
  const [part = 1, parts = 1] = (process.env['ESIGN_TEST_PART'] ?? '').split('/').filter(Boolean).map(Number);
  mocha.suite.suites = mocha.suite.suites.filter((_, index) => index % parts === part - 1);
  return new Promise((resolve) => void mocha.run(resolve));
}
