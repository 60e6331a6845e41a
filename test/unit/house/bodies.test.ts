import assert from 'node:assert/strict';
import { readSources } from '../importGraph';
import { type Body, bodiesIn, sameBodies } from './bodies';

async function groupsIn(...texts: readonly string[]): Promise<readonly (readonly string[])[]> {
  const bodies = await Promise.all(texts.map((text, index) => bodiesIn({ path: `${index}.ts`, text })));
  return sameBodies(bodies.flat()).map((group) => group.map(placeOf));
}

function placeOf({ path, name }: Body): string {
  return `${path} ${name || 'a function without a name'}`;
}

const shortId = 'function shortId({ id }: Operation): string {\n  return id.slice(id.indexOf("/") + 1);\n}';

const twins: readonly (readonly [why: string, one: string, other: string])[] = [
  ['names of functions differ', shortId, shortId.replace('shortId', 'callOf')],
  [
    'types differ',
    shortId,
    'function callOf({ id }: { readonly id: string }) { return id.slice(id.indexOf("/") + 1); }',
  ],
  ['one is an arrow', shortId, "const nameOf = ({ id }) => id.slice(id.indexOf('/') + 1);"],
  ['one is a method', shortId, "class A { #nameOf({ id }) {\n // Why.\n return id.slice(id.indexOf('/') + 1); } }"],
  ['one stands in another function', shortId, `function outer() { ${shortId} return list.map(shortId); }`],
  [
    'they have no names',
    'rows.map((row) => ({ value: row.name, label: row.name, description: [row.id, row.at].join(), more: {} }));',
    'use({ rows: all.flatMap((row) => ({ value: row.name, label: row.name, description: [row.id, row.at].join(), more: {} })) });',
  ],
];

const others: readonly (readonly [why: string, one: string, other: string])[] = [
  ['texts differ', shortId, shortId.replace('"/"', '"."')],
  ['they are short', 'const one = (a) => a.b;', 'const other = (a) => a.b;'],
  ['they are blocks of other kinds', `if (a) ${braced()} else use(b);`, `for (const a of b) ${braced()}`],
  ['words of templates differ', templated('of'), templated('in')],
];

function braced(): string {
  return '{ const found = list.find((one) => one.id === a); if (found) use(found.name, found.id, a, b); }';
}

function templated(word: string): string {
  return `function said(a, b) { return \`{ \${a.name} ${word} \${[b.title, b.id].join(', ')} }\`; }`;
}

describe('Bodies of functions', () => {
  for (const [why, one, other] of twins) {
    it(`are the same though ${why}`, async () => assert.equal((await groupsIn(one, other)).length, 1));
  }

  for (const [why, one, other] of others) {
    it(`are two things where ${why}`, async () => assert.deepEqual(await groupsIn(one, other), []));
  }

  it('are told by place and name, the outermost alone', async () => {
    const outer = (name: string) => `function ${name}(ids) { return ids.map((id) => id.slice(id.indexOf('/') + 1)); }`;
    assert.deepEqual(await groupsIn(outer('one'), outer('other')), [['0.ts one', '1.ts other']]);
  });

  it('stand once in the whole house', async () => {
    const bodies = (await Promise.all([...readSources('src'), ...readSources('webview')].map(bodiesIn))).flat();
    assert.ok(bodies.length > 10_000, 'hardly anything was read');
    const same = sameBodies(bodies).map((group) => group.map(placeOf).join(' ~ '));
    assert.deepEqual(same, [], 'written twice: give it a name and a place that both know');
  }).timeout(120_000);
});
