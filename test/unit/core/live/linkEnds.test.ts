import assert from 'node:assert/strict';
import { runAfter, runWithUsed } from '../../../../src/core/live/linkAfter';
import type { SigningLink } from '../../../../src/core/operation';
import { readReply } from '../../../../src/core/sending/readReply';
import type { Run } from '../../../../src/core/sending/run';
import { bearer, handle, start } from '../../emulator/callEmulator';

const now = Date.UTC(2030, 0, 1);
const minute = 60_000;
const url = 'https://sign.example/a';

describe('When a link ends', () => {
  /** What a link that lives for an hour says, by the clock of its server or counted from the reply. */
  function read(headers: Record<string, string>, aheadMs = 0): readonly (number | undefined)[] {
    const links = (body: unknown, context: { now: number }): readonly SigningLink[] => [
      { url, expiresAt: Date.parse((body as { end: string }).end) },
      { url, expiresAt: context.now + 60 * minute },
      { url },
    ];
    const operation = { id: 'demo/link', request: {}, replies: {}, findLinks: links };
    const bytes = new TextEncoder().encode(
      JSON.stringify({ end: new Date(now + aheadMs + 60 * minute).toISOString() }),
    );
    const reply = { status: 200, statusText: 'OK', headers: { 'content-type': 'application/json', ...headers }, bytes };
    const context = {
      ...{
        provider: { failures: [], readErrors: () => [] },
        operation,
        connection: { id: 'emulator', baseUrl: 'https://sign.example', hosts: {} },
      },
      ...{ values: {}, now, secrets: [], remarks: [] },
    };
    const { reading } = readReply(
      reply as unknown as Parameters<typeof readReply>[0],
      context as unknown as Parameters<typeof readReply>[1],
    );
    return reading.links.map(({ expiresAt }) => expiresAt);
  }

  it('is by the clock of whoever reads it, however far the server is ahead', () => {
    const inAnHour = [now + 60 * minute, now + 60 * minute, undefined];
    assert.deepEqual(read({}), inAnHour);
    const emulator = start();
    const ahead = () => handle(emulator, { path: '/notes', headers: bearer }).headers?.['x-esign-clock-ahead'];
    assert.equal(ahead(), undefined);
    emulator.advance(3 * 60 * minute);
    assert.equal(ahead(), '10800');
    assert.deepEqual(read({ 'x-esign-clock-ahead': '10800' }, 180 * minute), inAnHour);
    emulator.reset();
    assert.equal(ahead(), undefined);
  });

  for (const told of ['', '-5', 'Infinity', '1e9', '10, 10', '9'.repeat(40)]) {
    it(`is as it was read where that is no number of seconds: "${told}"`, () =>
      assert.deepEqual(read({ 'x-esign-clock-ahead': told }), read({})));
  }

  const runWith = (connection: string) => {
    const reading = { links: [{ url, expiresAt: now }, { url }] };
    return { id: 'one', request: { operation: 'demo/link', connection }, outcome: { kind: 'replied', reading } };
  };
  const linksOf = ({ outcome }: Run) => (outcome.kind === 'replied' ? outcome.reading.links : []);

  it('comes nearer for those of an emulator whose clock is moved', () => {
    const run = runWith('emulator') as unknown as Run;
    assert.deepEqual(linksOf(runAfter(run, 15)), [{ url, expiresAt: now - 15 * minute }, { url }]);
    const real = runWith('sandbox') as unknown as Run;
    assert.equal(runAfter(real, 15), real);
  });

  it('is told of the one that was used', () => {
    const run = runWith('sandbox') as unknown as Run;
    assert.deepEqual(linksOf(runWithUsed(run, 1)), [
      { url, expiresAt: now },
      { url, isUsed: true },
    ]);
  });
});
