import assert from 'node:assert/strict';
import { addressOn } from '../../src/core/addresses/webAddress';
import { validateRequest } from '../../src/core/forms/checks/validateRequest';
import { defaultLimits, type HttpRequest, replyJson, replyText } from '../../src/core/http';
import type { Operation } from '../../src/core/operation';
import type { Provider } from '../../src/core/provider';
import { ProviderRegistry } from '../../src/core/registry';
import { getAt, setAt } from '../../src/core/requests/pointer';
import { Play } from '../../src/core/scenarios/play';
import { runStep } from '../../src/core/scenarios/runStep';
import type { JsonValue } from '../../src/protocol/json';
import { providers } from '../../src/providers';
import { tally } from '../run/tally';
import { confirmed } from '../unit/core/addresses/confirmed';
import { type OpenStage, openServer } from '../unit/fixtures/openStage';
import { compareValues } from './official/compareValues';
import { type RoundTrip, readRoundTrips } from './official/roundTripFile';
import { watchStage } from './official/watchStage';

/* What an API answers when a resource is read can be written back as it came, over HTTP, and changes nothing. */

const registry = new ProviderRegistry(providers.filter(({ rung }) => rung === 'emulated'));

for (const id of registry.ids) {
  const trips = readRoundTrips(id);
  if (trips.length === 0) continue;
  describe(`round trips of ${id}`, () => {
    let opened: OpenStage;
    before(async () => {
      const provider = await registry.provider(id);
      assert.ok(provider);
      opened = await openServer(provider, {});
    });
    after(() => opened.close());
    for (const trip of trips) {
      it(trip.resource, async () => {
        await makeTrip(opened, trip);
        tally({ kind: 'roundTrip', provider: id });
      });
    }
  });
}

async function makeTrip({ stage }: OpenStage, trip: RoundTrip): Promise<void> {
  const { watched, lastRequest } = watchStage(stage);
  const play = new Play(watched);
  const faults = [await play.reset(''), ...(await inTurn(trip.given ?? [], (step) => runStep(play, step, '/given')))];
  assert.deepEqual(faults.flat(), []);

  const first = await readResource(play, trip);
  const request = lastRequest();
  assert.ok(request);
  const taken = trip.take === undefined ? first : getAt(first, trip.take);
  assert.ok(taken !== undefined, `There is nothing at ${trip.take}.`);
  const { path = {}, query, body: around } = play.kept.request(trip.write.values ?? {});
  const body = trip.putAt === undefined ? taken : setAt(around, trip.putAt, taken);
  const write = operationOf(stage.provider, trip.write.operation);
  const { issues } = validateRequest(write, { path, ...(query && { query }), body: body as JsonValue });
  assert.deepEqual(
    issues.filter(({ severity }) => severity === 'error'),
    [],
  );
  // What tells the time of a change tells another one.
  assert.deepEqual(await play.advance(1, ''), []);
  const outcome = await stage.machine.http.send(writing(stage.baseUrl, write, path, body, request), defaultLimits);
  assert.ok(outcome.kind === 'replied');
  assert.ok(outcome.reply.status < 300, `${outcome.reply.status} ${replyText(outcome.reply)}`);

  assert.deepEqual(compareValues(await readResource(play, trip), first, Object.keys(trip.changes ?? {})), []);
}

async function inTurn<Step, Result>(steps: readonly Step[], take: (step: Step) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (const step of steps) results.push(await take(step));
  return results;
}

async function readResource(play: Play, { read }: RoundTrip): Promise<unknown> {
  const run = await play.send(read.operation, play.kept.request(read.values ?? {}));
  assert.deepEqual(play.unsuccessful(run, '/read'), undefined);
  assert.ok(run.outcome.kind === 'replied');
  return replyJson(run.outcome.reply);
}

/** As a program would: with the headers of the request that read it. */
function writing(
  baseUrl: string,
  { method, path }: Operation,
  names: Readonly<Record<string, unknown>>,
  body: unknown,
  { headers }: HttpRequest,
) {
  const place = path.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(String(names[name])));
  return {
    method,
    url: confirmed(addressOn(baseUrl, place) ?? ''),
    headers: { ...headers, 'content-type': 'application/json' },
    body: { text: JSON.stringify(body) },
  };
}

function operationOf({ operations }: Provider, id: string): Operation {
  const operation = operations.find((one) => one.id === id);
  assert.ok(operation, `There is no operation ${id}.`);
  return operation;
}
