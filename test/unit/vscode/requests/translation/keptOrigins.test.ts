import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import type { RequestOrigin } from '../../../../../src/protocol/pages/formState';
import { forgetOrigin, keepOrigin, keptOrigin } from '../../../../../src/vscode/requests/translation/keptOrigins';

describe('Kept origins', () => {
  let memory: Pick<vscode.ExtensionContext, 'workspaceState'>;
  const at = (path: string, scheme = 'untitled') => ({ path, scheme }) as vscode.Uri;
  const origin = (title: string): RequestOrigin => ({ title, needed: [], leftOut: [], filled: [], mapped: [] });

  beforeEach(() => {
    const values = new Map<string, unknown>();
    const workspaceState = {
      get: (key: string, fallback: unknown) => values.get(key) ?? fallback,
      update: async (key: string, value: unknown) => void values.set(key, JSON.parse(JSON.stringify(value))),
    };
    memory = { workspaceState } as unknown as typeof memory;
  });

  it('are found again, also when the file was saved', async () => {
    await keepOrigin(memory, at('/a'), 'x/create', origin('one'));
    assert.equal(keptOrigin(memory, at('/a'), 'x/create')?.title, 'one');
    assert.equal(keptOrigin(memory, at('/a', 'file'), 'x/create')?.title, 'one');
    assert.equal(keptOrigin(memory, at('/b'), 'x/create'), undefined);
  });

  it('are not those of another request in the same place', async () => {
    await keepOrigin(memory, at('/a'), 'x/create', origin('one'));
    assert.equal(keptOrigin(memory, at('/a'), 'x/update'), undefined);
    await keepOrigin(memory, at('/a'), 'x/create', origin('two'));
    assert.equal(keptOrigin(memory, at('/a'), 'x/create')?.title, 'two');
  });

  it('are forgotten by themselves, and the oldest make room', async () => {
    for (let number = 0; number < 60; number += 1)
      await keepOrigin(memory, at(`/${number}`), 'x/create', origin('one'));
    const known = (number: number) => keptOrigin(memory, at(`/${number}`), 'x/create') !== undefined;
    assert.deepEqual([known(9), known(10), known(59)], [false, true, true]);
    await forgetOrigin(memory, at('/59'));
    assert.deepEqual([known(58), known(59)], [true, false]);
  });
});
