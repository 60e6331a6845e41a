import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { fileFields } from '../../../../../src/core/attachments/loadFiles';
import { emulatorConnection } from '../../../../../src/core/connections/connection';
import type { HistoryEntry } from '../../../../../src/core/history/entry';
import type { Operation, RequestValues } from '../../../../../src/core/operation';
import { curlScript, harText, requestText } from '../../../../../src/core/portable/exporting/exportRuns';
import { importRequests, withoutSecrets } from '../../../../../src/core/portable/importing/importRequests';
import { readForeign } from '../../../../../src/core/portable/importing/readForeign';
import { unsentRequest } from '../../../../../src/core/portable/snippets/unsentRequest';
import type { Provider } from '../../../../../src/core/provider';
import { ProviderRegistry } from '../../../../../src/core/registry';
import { setAt } from '../../../../../src/core/requests/pointer';
import { parseRequestFile } from '../../../../../src/core/requests/requestFile';
import { providers } from '../../../../../src/providers';

const creator = { name: 'E-Sign Workbench', version: '1.0.0' };
const schemas = 'node_modules/har-schema/lib';
const draft06 = JSON.parse(readFileSync('node_modules/ajv/dist/refs/json-schema-draft-06.json', 'utf8')) as object;
const readFile = async (name: string) => ({ kind: 'read' as const, name, bytes: new Uint8Array([1]) });

interface Sample {
  readonly provider: Provider;
  readonly operation: Operation;
  readonly entry: HistoryEntry;
}

describe('Runs go out and come in again', () => {
  let all: readonly Provider[];
  let samples: readonly Sample[];

  before(async () => {
    all = await new ProviderRegistry(providers).all();
    samples = (
      await Promise.all(all.flatMap((provider) => provider.operations.map((one) => samplesOf(provider, one))))
    ).flat();
    assert.ok(samples.length > 100);
  });

  it('as a recording that keeps to the schema of HAR 1.2', () => {
    const recording: unknown = JSON.parse(harText(samples, creator));
    const validate = harValidator();
    assert.ok(validate(recording), JSON.stringify(validate.errors));
  });

  it('as a recording whose requests are the same when it is imported', async () => {
    const imported = await importedFrom(harText(samples, creator), all);
    assert.equal(imported.length, samples.length);
    for (const [index, { entry, operation }] of samples.entries()) {
      const { request } = withoutSecrets(operation, entry.request);
      const own = imported[index]?.request;
      assert.ok(own, operation.id);
      assert.deepEqual([own.operation, own.connection], [operation.id, entry.connection]);
      assert.deepEqual(normal(operation, own), normal(operation, request), operation.id);
    }
  });

  it('as cURL commands of which requests of the same operations are made', async () => {
    const imported = await importedFrom(curlScript(samples), all);
    const paths = (operations: readonly Operation[]) => operations.map(({ method, path }) => `${method} ${path}`);
    assert.deepEqual(
      paths(imported.map(({ operation }) => operation)),
      paths(samples.map(({ operation }) => operation)),
    );
  });

  it('as request files without a mask', () => {
    for (const { entry, operation } of samples) {
      const text = requestText({ entry, operation });
      assert.doesNotMatch(text, /‹secret:/);
      assert.equal(parseRequestFile(text).kind, 'parsed', text);
    }
  });
});

async function importedFrom(text: string, all: readonly Provider[]) {
  const read = await readForeign(text);
  assert.equal(read.kind, 'read', text);
  if (read.kind !== 'read') return [];
  const { requests, leftOut } = importRequests(all, [read.collection]);
  assert.deepEqual(leftOut, []);
  return requests;
}

async function samplesOf(provider: Provider, operation: Operation): Promise<readonly Sample[]> {
  const [environment] = provider.environments;
  const connection = {
    ...emulatorConnection(provider, environment?.baseUrl ?? ''),
    hosts: environment?.hosts ?? {},
    id: 'work',
  };
  return Promise.all(
    operation.examples.map(async ({ title: _title, source: _source, ...values }) => {
      const request = { operation: operation.id, connection: 'work', ...values };
      const sent = await unsentRequest({ provider, operation, connection }, request, readFile);
      assert.ok(!('kind' in sent), operation.id);
      const { body, ...head } = sent;
      const kept = body && { body: body.text, ...(body.parts && { parts: body.parts.map(withoutBytes) }) };
      const reply = { status: 200, statusText: 'OK', headers: { 'content-type': 'application/json' }, body: '{}' };
      const entry: HistoryEntry = {
        version: 1,
        id: '1',
        sentAt: 0,
        provider: provider.id,
        operation: operation.id,
        connection: 'work',
        environment: 'Test',
        baseUrl: connection.baseUrl,
        request,
        sent: { ...head, body: undefined, ...kept },
        outcome: { kind: 'replied', failed: false, truncated: false, size: 2, durationMs: 12.5, ...reply },
      };
      return { provider, operation, entry };
    }),
  );
}

function withoutBytes<T extends object>(part: T): T {
  return { ...part, bytes: undefined };
}

/** Without sections that hold nothing: they are not sent. */
function normal(operation: Operation, values: RequestValues): unknown {
  // What travels as base64 comes back as that, and not as the path of the file.
  const encoded = fileFields(operation, values).filter(({ inline }) => inline);
  const { path, query, body } = encoded.reduce((whole, { pointer }) => setAt(whole, pointer, 'content'), values);
  const filled = Object.entries({ path, query, body }).filter(([, value]) => !isEmpty(value));
  // Examples may name different credentials for the same place.
  const text = JSON.stringify(filled).replace(/\{\{credentials\.\w+\}\}/g, '{{credentials}}');
  return JSON.parse(text);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}

function harValidator() {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addMetaSchema(draft06);
  for (const file of readdirSync(schemas)) {
    if (file.endsWith('.json')) ajv.addSchema(JSON.parse(readFileSync(`${schemas}/${file}`, 'utf8')));
  }
  const validate = ajv.getSchema('har.json#');
  assert.ok(validate);
  return validate;
}
