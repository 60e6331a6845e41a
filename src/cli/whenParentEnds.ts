import process from 'node:process';

const lookEveryMs = 500;

/**
 * Whoever ends npx reaches the shell that npm puts in between, which passes nothing on: what it has started would go on,
 * keep its port, and hold up a job that waits for its output.
 */
export function whenParentEnds(env: NodeJS.ProcessEnv, stop: () => void): void {
  if (env['npm_command'] !== 'exec') return;
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    stop();
  }, lookEveryMs);
  looking.unref();
}
