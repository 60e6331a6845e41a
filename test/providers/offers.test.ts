import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Meta, Shape } from '../../src/core/forms/shapes/shape';
import { shapeOf } from '../../src/core/forms/shapes/shapeOf';
import { offerSource } from '../../src/core/offers/offerSource';
import type { Call, Operation } from '../../src/core/operation';
import type { Provider } from '../../src/core/provider';
import { Play } from '../../src/core/scenarios/play';
import { providers } from '../../src/providers';
import { openInProcess } from '../unit/fixtures/openStage';

/** Fields for ids: where their values come from, or why nobody offers any. */
type IdFields = Readonly<Record<string, { readonly from: readonly string[] } | { readonly none: string }>>;

describe('What fields for ids are offered', () => {
  // Where no documents are listed, nothing can be offered.
  for (const { id, load } of providers.filter(({ rung }) => rung !== 'described')) {
    it(`is told for each of them: ${id}`, async () => {
      const place = join('src', 'providers', id, 'fixtures', 'idFields.json');
      const told: IdFields = existsSync(place) ? JSON.parse(readFileSync(place, 'utf8')) : {};
      const found = idFieldsOf(await load());
      const expected = Object.fromEntries(
        [...found].map(([name, from]) => {
          const said = told[name];
          const isTold = said !== undefined && 'none' in said && said.none.length > 10 && from.size === 0;
          return [name, isTold ? said : { from: [...from].sort() }];
        }),
      );
      assert.deepEqual(told, expected);
      for (const [name, said] of Object.entries(told)) {
        assert.ok('none' in said || said.from.length > 0, `${name} has no offers and no reason`);
      }
    });

    it(`comes from calls that the emulator answers: ${id}`, async () => {
      const provider = await load();
      const { choices = {} } = provider.resources;
      if (Object.keys(choices).length === 0) return;
      const { stage, close } = await openInProcess(provider);
      try {
        const call = new Play(stage).call();
        for (const name of Object.keys(choices)) {
          const found = await firstOffer(provider, name, call);
          assert.ok(found.length > 0, `${name}: nothing is offered`);
          for (const item of found) assert.ok(item.id !== '' && item.title !== '', `${name}: ${JSON.stringify(item)}`);
        }
      } finally {
        await close();
      }
    });
  }
});

/** Of the first example of any call for which something is listed. */
async function firstOffer(provider: Provider, name: string, call: Call) {
  const examples = provider.operations.flatMap((operation) =>
    operation.examples.map((example) => ({ operation, example })),
  );
  for (const { operation, example } of examples) {
    const source = fieldsOf(operation).some(({ shape }) => offeredBy(shape.meta) === name)
      ? offerSource(provider, operation, example, name)
      : undefined;
    const page = source?.kind === 'source' ? await source.list(call).catch(() => undefined) : undefined;
    if (page !== undefined && page.items.length > 0) return page.items;
  }
  return [];
}

function idFieldsOf(provider: Provider): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const operation of provider.operations) {
    for (const { name, shape } of fieldsOf(operation).filter(isIdField)) {
      const from = found.get(name) ?? new Set();
      found.set(name, from);
      const offered = offeredBy(shape.meta);
      if (offered === undefined) continue;
      assert.ok(offerSource(provider, operation, {}, offered), `${operation.id}: ${name} comes from no "${offered}"`);
      from.add(offered);
    }
  }
  return found;
}

function offeredBy({ refersTo, offeredFrom }: Meta): string | undefined {
  return refersTo ?? offeredFrom;
}

function isIdField({ name, shape: { meta } }: Leaf): boolean {
  const isNamedSo = /(?:^|[/_])ids?$|(?:[a-z]I[dD]|Uid)s?$|\/Id$/.test(name);
  return isNamedSo || meta.idShape !== undefined || offeredBy(meta) !== undefined;
}

interface Leaf {
  readonly name: string;
  readonly shape: Shape;
}

function fieldsOf({ request }: Operation): readonly Leaf[] {
  return (['path', 'query', 'body'] as const).flatMap((section) => {
    const schema = request[section];
    return schema === undefined ? [] : leavesOf(shapeOf(schema), section);
  });
}

/** Texts by name; what is called `id` by what it stands in as well. */
function leavesOf(shape: Shape, name: string): readonly Leaf[] {
  switch (shape.kind) {
    case 'text':
      return [{ name, shape }];
    case 'object':
      return [...shape.properties].flatMap(([key, property]) =>
        leavesOf(property, /^id$/i.test(key) ? `${name}/${key}` : key),
      );
    case 'list':
      return leavesOf(shape.item, name);
    case 'union':
      return shape.options.flatMap((option) => leavesOf(option.shape, name));
    default:
      return [];
  }
}
