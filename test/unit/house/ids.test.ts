import assert from 'node:assert/strict';
import { commandIds } from '../../../src/vscode/shell/contributions/commandIds';
import { contextKeys, views } from '../../../src/vscode/shell/ids';
import { readSources } from '../importGraph';
import { codePieces } from './codePieces';

/** Whole texts that are ids or begin with one and a dot, as those of settings and views do; with the file they stand in. */
function idsIn(
  files: readonly { readonly path: string; readonly text: string }[],
): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, string[]>();
  for (const { path, text } of files)
    for (const piece of codePieces(text)) {
      if (piece.kind !== 'text') continue;
      for (const [, id = ''] of piece.text.matchAll(/(?:^['"`]|")(esign\.[\w.]*\w)(?=['"`.]|\\?$)/g))
        places.set(id, [...(places.get(id) ?? []), path]);
    }
  return places;
}

function twice(places: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return [...places].flatMap(([id, paths]) => (paths.length > 1 ? [`${id}: ${paths.join(', ')}`] : []));
}

function leaves(table: object): readonly string[] {
  return Object.values(table).flatMap((one: unknown) =>
    typeof one === 'string' ? [one] : typeof one === 'object' && one !== null ? leaves(one) : [],
  );
}

describe('Ids that the editor knows', () => {
  it('are found as texts, in templates and where a text names a setting', () => {
    const filled = `b(\`esign.two.$\{id}\`)`;
    const text = `a('esign.one'); ${filled}; c('Look at "esign.three".'); // 'esign.four'\nd('esign', \`x\`);`;
    assert.deepEqual([...idsIn([{ path: 'a.ts', text }]).keys()], ['esign.one', 'esign.two', 'esign.three']);
    assert.deepEqual(
      twice(
        idsIn([
          { path: 'a.ts', text: "f('esign.a')" },
          { path: 'b.ts', text: 'g("esign.a");' },
        ]),
      ),
      ['esign.a: a.ts, b.ts'],
    );
  });

  it('are written once', () => {
    const places = idsIn([...readSources('src'), ...readSources('webview')]);
    const known = [...leaves(commandIds), ...leaves(contextKeys), ...leaves(views)];
    assert.ok(known.length > 100);
    assert.deepEqual(
      known.filter((id) => !places.has(id)),
      [],
      'these were not found',
    );
    assert.deepEqual(twice(places), []);
  });

  it('are those of commands in their own table alone', () => {
    const table = 'src/vscode/shell/contributions/commandIds.ts';
    const elsewhere = idsIn([...readSources('src'), ...readSources('webview')].filter(({ path }) => path !== table));
    assert.deepEqual(
      leaves(commandIds).filter((id) => elsewhere.has(id)),
      [],
    );
  });
});
