import assert from 'node:assert/strict';
import { createClient, runScenario, startEmulators } from '../../../src/package/main';
import type { EmulatorControls, StartedEmulators } from '../../../src/package/types/emulators';
import { providers } from '../../../src/providers/index';

/* What a program without types may give by mistake, and what it is told. */

const [first] = providers;
const id = first?.id ?? '';
const mistyped = `${id.slice(0, -1)}_`;

const starts: readonly (readonly [string, unknown, RegExp])[] = [
  ['a port as a number', { ports: 4010 }, /^startEmulators: "ports" is \{ one: PORT \}.* This is the number 4010\.$/],
  ['ports by provider', { ports: { [id]: 4310 } }, /"ports" is \{ one: PORT \}.* This is an object with /],
  ['two kinds of ports', { ports: { one: 1, base: 2 } }, /"ports" is/],
  ['no port', { ports: { one: 'a' } }, /"ports" is/],
  ['a port too large', { ports: { one: 65_536 } }, /"ports" is/],
  ['a date as clock', { clock: new Date() }, /"clock" is a function that gives .* This is a Date\.$/],
  ['a clock that gives a date', { clock: () => new Date() }, /"clock" gives epoch milliseconds/],
  [
    'a provider in the singular',
    { provider: [id] },
    /^startEmulators knows no "provider"\. Did you mean "providers"\?$/,
  ],
  ['providers as a text', { providers: id }, /"providers" is a list of texts\. This is a text\.$/],
  ['a list', [], /^startEmulators takes an object with any of providers, .* This is a list\.$/],
  ['null', null, /takes an object .* This is null\.$/],
  ['no seed', { seed: 7 }, /"seed" is the name of a file/],
  ['no truth', { strict: 'yes' }, /"strict" is true or false\. This is a text\.$/],
  ['half a certificate', { tls: { cert: 'x' } }, /"tls" is \{ cert, key \}/],
  ['no name of its own', { constructor: 1 }, /knows no "constructor"/],
];

describe('What a program gives the package', () => {
  for (const [what, options, told] of starts) {
    it(`is looked at when emulators start: ${what}`, async () => {
      await assert.rejects(startEmulators(options as never), { name: 'TypeError', message: told });
    });
  }

  describe('is looked at by each handle', () => {
    let emulators: StartedEmulators;
    before(async () => {
      emulators = await startEmulators({ providers: [id] });
    });
    after(() => emulators.close());

    const acts: readonly (readonly [keyof EmulatorControls, readonly unknown[], RegExp])[] = [
      ['advance', [], /^advance takes an object .* This is undefined\.$/],
      ['advance', [5], /^advance takes .* This is the number 5\.$/],
      ['advance', [{ day: 1 }], /^advance knows no "day"\. Did you mean "days"\?$/],
      ['advance', [{ days: '1' }], /"days" is a number\. This is a text\.$/],
      ['sign', [{}], /^sign needs "link", or else "provider", "document" and "as"/],
      ['sign', [{ provider: id, document: 'x' }], /^sign needs/],
      ['sign', [{ provider: mistyped, document: 'x', as: 'y' }], /There is one of /],
      ['sign', [{ link: 'x', action: 'refuse' }], /"action" is one of "open"/],
      ['deliveries', [{ providr: id }], /Did you mean "provider"\?$/],
      ['deliveries', [{ provider: mistyped }], /There is no emulator of/],
      ['fault', [undefined, {}], /There is one of /],
      ['world', [], /^world: its name is a text\. This is undefined\.$/],
      ['sendAgain', [id], /^sendAgain: the id of a delivery is a text/],
    ];
    for (const [name, given, told] of acts) {
      it(`${name}(${JSON.stringify(given).slice(1, -1)})`, async () => {
        const act = emulators[name] as (...all: readonly unknown[]) => Promise<unknown>;
        await assert.rejects(act(...given), { message: told });
      });
    }
  });

  it('meets no emulators that were closed', async () => {
    const emulators = await startEmulators({ providers: [id] });
    const world = await emulators.world('apart');
    await world.close();
    await assert.rejects(world.reset(), /were closed/);
    await emulators.close();
    await emulators.close();
    for (const act of [() => emulators.reset(), () => emulators.advance({ days: 1 }), () => emulators.deliveries()])
      await assert.rejects(act(), /^Error: These emulators were closed/);
  });

  it('is looked at by a client, at its first call', async () => {
    for (const [connections, options, told] of [
      [{ [mistyped]: {} }, {}, /^TypeError: createClient knows no ".*"\. Did you mean/],
      [{ [id]: { baseUrI: 'x' } }, {}, /knows no "baseUrI"\. Did you mean "baseUrl"/],
      [{ [id]: 'http://x' }, {}, /takes an object .* This is a text\.$/],
      [undefined, {}, /^TypeError: createClient takes an object/],
      [{}, { confirmed: true }, /knows no "confirmed"/],
    ] as const) {
      await assert.rejects(createClient(connections as never, options as never).send('x/y'), (thrown) => {
        assert.match(String(thrown), told);
        return true;
      });
    }
    const result = await createClient({}).send(`${id}/x`, { boddy: 1 } as never);
    assert.ok(result.kind === 'failed');
    assert.match(result.cause, /knows no "boddy"\. Did you mean "body"\?/);
  });

  it('is looked at before a scenario runs', async () => {
    await assert.rejects(runScenario(undefined as never), /^TypeError: runScenario: the file is a text/);
    await assert.rejects(runScenario('x', { workflows: 'y' } as never), /Did you mean "workflow"/);
    await assert.rejects(runScenario('x', { connections: { [mistyped]: {} } } as never), /Did you mean/);
  });

  it('tells of names of a query that nobody documents, which are sent all the same', async () => {
    const emulators = await startEmulators({ providers: [id] });
    try {
      const operations = (await first?.load())?.operations ?? [];
      const found = operations.find(
        ({ method, request: { path, body, query }, authorization = 'token' }) =>
          method === 'GET' &&
          query !== undefined &&
          path === undefined &&
          body === undefined &&
          authorization === 'token',
      );
      assert.ok(found);
      const result = await createClient(emulators).send(found.id, { query: { colour: 'red' } } as never);
      assert.ok(result.kind === 'succeeded', JSON.stringify(result));
      assert.match(result.remarks.join('\n'), /\/query\/colour: "colour" is not documented here/);
    } finally {
      await emulators.close();
    }
  });
});
