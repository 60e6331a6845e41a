// What these tools start or create ends with them, also on Ctrl+C or a crash.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @typedef {() => void | Promise<void>} Ending */

/** @type {Set<Ending>} */
const endings = new Set();
let watching = false;
let interrupted = false;

/** Somebody ends us: what ends with us says nothing any more. */
export const isInterrupted = () => interrupted;

/** @param {Ending} ending @returns {() => void} Call it when the ending is no longer needed. */
export function atEnd(ending) {
  watch();
  endings.add(ending);
  return () => endings.delete(ending);
}

/** Runs the endings, the last registered first. */
export async function endEverything() {
  for (const ending of [...endings].reverse()) {
    endings.delete(ending);
    try {
      await ending();
    } catch (error) {
      console.error('While ending:', error);
    }
  }
}

/** A folder of our own that goes away at the end. @param {string} purpose */
export function temporaryFolder(purpose) {
  const folder = mkdtempSync(join(tmpdir(), `esign-${purpose}-`));
  // A process that is just ending may still write there.
  atEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
  return folder;
}

function watch() {
  if (watching) return;
  watching = true;
  for (const [signal, code] of /** @type {const} */ ([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])) {
    process.once(signal, () => {
      interrupted = true;
      void endEverything().finally(() => process.exit(code));
    });
  }
  process.once('uncaughtException', (error) => {
    console.error(error);
    void endEverything().finally(() => process.exit(1));
  });
  // Nothing asynchronous runs any more here, but the first, synchronous step of an ending does.
  process.once('exit', () => {
    for (const ending of [...endings].reverse()) void ending();
  });
}
