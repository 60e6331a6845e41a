import assert from 'node:assert/strict';
import { castsIn, linesIn } from './casts';
import { readSources } from './importGraph';

const sources = [...readSources('src'), ...readSources('webview')];

/** A cast says of a value what nobody has looked at. */
const mostPerThousandLines = 1.5;

const finds: readonly (readonly [code: string, count: number])[] = [
  ['const a = b as Settings;', 1],
  ['const a = JSON.parse(text) as { readonly b: string };', 1],
  ['return tag as unknown as vscode.Uri;', 2],
  ['for (const key of Object.keys(table) as (keyof typeof table)[]) use(key);', 1],
  ['const a = value as Partial<\n  Record<string, unknown>\n>;', 1],
  [`const a = \`it's \${name as string} and \${[\`as \${b as T}\`, { c: d as z.ZodType }]}\`;`, 3],
  ["const a = /['`]/.test(b) ? (c as string) : '';", 1],
  ["const a = values['b'] as readonly string[];", 1],
  ['const a = b as typeof c; // as string', 1],
  ['const a = <Settings>b;', 1],
  ["const a = ['b'] as const;", 0],
  ["import { a as B } from './a';\nimport * as Vscode from 'vscode';\nexport { a as A };", 0],
  ['/* b as Settings */ const a = "it is known as Settings";', 0],
  [`const a = 'as (written)'; const b = \`known as Settings, \${c} as {{name}}\`;`, 0],
  ['export const a = <T>(b: T) => b < c && d > e;', 0],
];

describe('Casts', () => {
  it('are found in code, and only there', () => {
    for (const [text, count] of finds) assert.equal(castsIn({ path: 'a.ts', text }).length, count, text);
    assert.deepEqual(castsIn({ path: 'a.ts', text: 'f();\n  g(a as B);\n' }), ['a.ts: g(a as B);']);
    assert.deepEqual(castsIn({ path: 'a.tsx', text: 'return <Button title="as Text">Open as text</Button>;' }), []);
  });

  it('are few', () => {
    const casts = sources.flatMap(castsIn);
    const lines = sources.reduce((sum, { text }) => sum + linesIn(text), 0);
    assert.ok(casts.length > 0 && lines > 10_000, 'hardly anything was read');
    const perThousand = (casts.length / lines) * 1000;
    assert.ok(perThousand < mostPerThousandLines, `${perThousand.toFixed(2)} in 1000 lines:\n${casts.join('\n')}`);
  });
});
