import assert from 'node:assert/strict';
import type { Connection } from '../../../../../src/core/connections/connection';
import { headerRemarks } from '../../../../../src/core/replies/headerRemarks';
import { retryAfterMs } from '../../../../../src/core/replies/retryTime';
import { Confirmations, mayBeSent } from '../../../../../src/core/sending/asking/mayBeSent';
import { describeQuestion } from '../../../../../src/core/sending/asking/question';
import { CallMeter } from '../../../../../src/core/sending/politeness/callMeter';
import { meterWords } from '../../../../../src/core/sending/politeness/meterWords';
import { causes } from '../../../../../src/core/sending/runOrigin';
import { sendRequest } from '../../../../../src/core/sending/sendRequest';
import { jsonReply, parcel, parcelConnection, testPorts } from '../parcelProvider';

const connection: Connection = {
  ...parcelConnection,
  live: false,
  limits: { calls: { minute: 3, hour: 5 }, source: 'https://parcel.example/limits' },
};

function at(start = 1_000_000_000) {
  const clock = { now: start };
  return { clock, meter: new CallMeter(() => clock.now) };
}

describe('The calls of a connection', () => {
  it('are counted in every span that is limited, and forgotten when it has passed', () => {
    const { clock, meter } = at();
    assert.equal(meterWords(meter.readings(connection)), '');
    for (let call = 0; call < 3; call++) meter.note(connection);
    assert.equal(meterWords(meter.readings(connection)), '3 of 3 calls this minute, 3 of 5 this hour');
    assert.deepEqual(meter.wait(connection), { ms: 60_000, limit: { period: 'minute', most: 3 } });
    clock.now += 60_000;
    assert.equal(meterWords(meter.readings(connection)), '0 of 3 calls this minute, 3 of 5 this hour');
    assert.equal(meter.wait(connection), undefined);
    meter.note(connection);
    meter.note(connection);
    assert.deepEqual(meter.wait(connection), { ms: 3_540_000, limit: { period: 'hour', most: 5 } });
    clock.now += 86_400_000;
    meter.note(connection);
    assert.equal(meterWords(meter.readings(connection)), '1 of 3 calls this minute, 1 of 5 this hour');
  });

  it('are counted on by the next window, and those of two windows together, each once', () => {
    const { clock, meter } = at();
    for (let call = 0; call < 2; call++) meter.note(connection);
    const other = new CallMeter(() => clock.now);
    other.import(meter.export());
    clock.now += 5;
    other.note(connection);
    meter.import(other.export());
    meter.import(other.export());
    for (const one of [meter, other]) {
      assert.equal(meterWords(one.readings(connection)), '3 of 3 calls this minute, 3 of 5 this hour');
    }
    meter.noteReply(connection, 429, { 'retry-after': '120' });
    other.import(meter.export());
    assert.deepEqual(other.wait(connection), { ms: 120_000 });
    // A clock that was set back blocks nobody, and a day later nothing is left.
    const late = new CallMeter(() => clock.now - 172_800_000);
    late.import(meter.export());
    assert.equal(late.wait(connection), undefined);
    clock.now += 86_400_001;
    assert.deepEqual(meter.export(), {});
  });

  it('are those of one account: another address and another connection have their own', () => {
    const { meter } = at();
    meter.note(connection);
    const elsewhere = { ...connection, baseUrl: 'https://other.parcel.example' };
    for (const other of [elsewhere, { ...connection, id: 'other' }]) {
      assert.equal(meterWords(meter.readings(other)), '');
    }
    assert.deepEqual(meter.readings(parcelConnection), []);
  });

  it('go by what the API counts, which others may have used as well', () => {
    const { clock, meter } = at();
    meter.note(connection);
    meter.noteReply(connection, 200, { 'x-ratelimit-remaining-minute': '1', 'x-ratelimit-remaining-hour': 'many' });
    assert.equal(meterWords(meter.readings(connection)), '2 of 3 calls this minute, 1 of 5 this hour');
    clock.now += 1;
    meter.note(connection);
    assert.deepEqual(meter.wait(connection)?.limit, { period: 'minute', most: 3 });
  });

  it('wait as long as a refusal asks for, on any connection', () => {
    const { clock, meter } = at();
    meter.noteReply(parcelConnection, 200, { 'retry-after': '20' });
    assert.equal(meter.wait(parcelConnection), undefined);
    meter.noteReply(parcelConnection, 429, { 'retry-after': '20' });
    assert.deepEqual(meter.wait(parcelConnection), { ms: 20_000 });
    clock.now += 20_000;
    assert.equal(meter.wait(parcelConnection), undefined);
    meter.noteReply(parcelConnection, 503, { 'retry-after': new Date(clock.now + 5_000).toUTCString() });
    assert.deepEqual(meter.wait(parcelConnection), { ms: 5_000 });
  });

  it('are asked about before one too many leaves by hand, and by nobody else', () => {
    const { meter } = at();
    const operation = parcel.operations.find(({ id }) => id === 'parcel/list');
    assert.ok(operation);
    const policy = { allowedRecipients: [], confirmations: new Confirmations(), meter };
    for (let call = 0; call < 3; call++) meter.note(connection);
    const asked = causes.filter(
      (cause) => mayBeSent({ provider: parcel, operation, connection }, {}, { cause }, policy) !== undefined,
    );
    assert.deepEqual(asked, ['form', 'text', 'tree', 'step', 'replay']);
    const question = mayBeSent({ provider: parcel, operation, connection }, {}, { cause: 'form' }, policy);
    assert.ok(question);
    assert.match(describeQuestion(question).detail, /^All 3 calls of a minute are used.*free in 60 seconds\./);
  });

  it('are all that leaves, tokens as well, and few that are left are said', async () => {
    const { meter } = at();
    const ports = testPorts(
      {
        'POST /token': () => jsonReply(200, { access_token: 'token-abcdefgh', expires_in: 3600 }),
        'GET /api/parcels': () =>
          jsonReply(200, [], { 'x-ratelimit-remaining-minute': '1', 'x-ratelimit-limit-minute': '30' }),
      },
      {
        connection: async () => connection,
        policy: { allowedRecipients: [], confirmations: new Confirmations(), meter },
      },
    );
    const run = await sendRequest(ports, { operation: 'parcel/list', connection: 'test' }, { cause: 'form' });
    assert.equal(meter.readings(connection).find(({ period }) => period === 'hour')?.made, 2);
    assert.ok(run.outcome.kind === 'replied');
    assert.deepEqual(headerRemarks(run.outcome.reading), ['1 of 30 requests of this minute are left.']);
  });
});

describe('How long a reply asks to wait', () => {
  const now = Date.UTC(2026, 10, 28);
  const rows: readonly (readonly [headers: Record<string, string>, ms: number | undefined])[] = [
    [{ 'retry-after': '12' }, 12_000],
    [{ 'retry-after': new Date(now + 3_000).toUTCString() }, 3_000],
    [{ 'retry-after': new Date(now - 3_000).toUTCString() }, 0],
    [{ 'ratelimit-remaining': '0', 'ratelimit-reset': '7' }, 7_000],
    [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now / 1000 + 9) }, 9_000],
    [{ 'ratelimit-remaining': '4', 'ratelimit-reset': '7' }, undefined],
    [{ 'retry-after': 'soon' }, undefined],
    [{}, undefined],
  ];
  for (const [headers, ms] of rows) {
    it(JSON.stringify(headers), () => assert.equal(retryAfterMs(headers, now), ms));
  }
});
