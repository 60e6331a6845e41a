import process from 'node:process';

/** Yes has to be written: an empty line, the end of the input and Ctrl+C mean no. */
export function askAtTerminal(signal: AbortSignal): (question: string) => Promise<boolean> {
  return async (question) => {
    const { createInterface } = await import('node:readline/promises');
    // Not as a terminal: that would keep Ctrl+C from the process.
    const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
    try {
      const ended = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
      const answer = await Promise.race([lines.question(`${question} [y/N] `, { signal }), ended]);
      return /^y(es)?$/i.test(answer.trim());
    } catch {
      // Given up.
      return false;
    } finally {
      lines.close();
    }
  };
}
