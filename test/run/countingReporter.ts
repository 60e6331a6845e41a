import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly failures: readonly TestFailure[];
  /** What failed at first, and held when it was run once more. */
  readonly unsteady: readonly TestFailure[];
}

export interface TestFailure {
  readonly title: string;
  readonly stack: string;
}

/** Prints each test as it ends, and leaves the counts in a file for the process that adds them up. */
export class CountingReporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const failures: TestFailure[] = [];
    let [passed, skipped] = [0, 0];

    runner.on('suite', (suite) => {
      if (suite.title && !suite.parent?.title) print(`\n  ${suite.title}`);
    });
    runner.on('pass', (test) => {
      passed++;
      print(`    ✓ ${titleBelowFirst(test)}${test.speed === 'slow' ? ` (${test.duration} ms)` : ''}`);
    });
    runner.on('pending', (test) => {
      skipped++;
      print(`    - ${titleBelowFirst(test)}`);
    });
    runner.on('fail', (test, error: Error) => {
      const title = test.titlePath().join(' › ');
      const stack = describeFailure(error);
      failures.push({ title, stack });
      print(`    ✗ ${titleBelowFirst(test)}\n${indent(stack)}`);
    });
    runner.on('end', () => {
      const counts: TestCounts = { passed, failed: failures.length, skipped, failures, unsteady: [] };
      const file = process.env['ESIGN_TEST_COUNTS'];
      if (file) writeFileSync(file, JSON.stringify(counts));
      print('');
    });
  }
}

function titleBelowFirst(test: Mocha.Runnable): string {
  const [first, ...rest] = test.titlePath();
  return rest.join(' › ') || first || '';
}

function describeFailure(error: Error): string {
  const frames = (error.stack ?? String(error))
    .split('\n')
    .filter((line) => !/^\s+at .*(node_modules[\\/]mocha|node:internal)/.test(line));
  return [...frames, ...(error.cause ? [`Caused by: ${describeCause(error.cause)}`] : [])].join('\n');
}

function describeCause(cause: unknown): string {
  return cause instanceof Error ? describeFailure(cause) : String(cause);
}

function indent(text: string): string {
  return text.replace(/^/gm, '      ');
}

function print(line: string): void {
  // The extension host passes on what goes through the console, and nothing else.
  console.info(line);
}
