import process from 'node:process';

/** A step of the build writes to the place that its command line names, and fails as a step of a build does. */
export function writeStep(
  write: (target: string, more: readonly string[]) => Promise<void>,
  kind: 'file' | 'folder',
): void {
  const [, , target, ...more] = process.argv;
  if (target === undefined) throw new Error(`Name the ${kind} to write to.`);
  write(target, more).catch((error: unknown) => {
    process.exitCode = 1;
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  });
}
