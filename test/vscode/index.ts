import { join } from 'node:path';
import { runMocha } from '../run/runMocha';

const timeout = 30_000;

/** Called by the editor inside its extension host. */
export async function run(): Promise<void> {
  const failures = await runMocha([join(__dirname, 'suite.js')], timeout);
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
