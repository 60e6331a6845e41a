import * as assert from 'node:assert/strict';
import type { Provider } from '../../../src/core/provider';
import { providers } from '../../../src/providers';

/** Some provider, for what is the same with all of them. */
export async function firstProvider(): Promise<Provider> {
  const [entry] = providers;
  assert.ok(entry);
  return entry.load();
}
