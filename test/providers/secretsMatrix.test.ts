import assert from 'node:assert/strict';
import { describeCliProblem } from '../../src/cli/print/describeCliProblem';
import { paintFor } from '../../src/cli/print/paint';
import { sendText } from '../../src/cli/print/sendText';
import { emulatorConnection } from '../../src/core/connections/connection';
import { historyEntry } from '../../src/core/history/record';
import { defaultLimits, type HttpClient } from '../../src/core/http';
import type { Operation, RequestValues } from '../../src/core/operation';
import { toCurl } from '../../src/core/portable/snippets/curl';
import type { Provider } from '../../src/core/provider';
import { ProviderRegistry } from '../../src/core/registry';
import { wholeText } from '../../src/core/replies/body/bodyPreview';
import { replyState } from '../../src/core/replies/replyState';
import { restoreRun } from '../../src/core/replies/restoreRun';
import { setAt } from '../../src/core/requests/pointer';
import { runMasker } from '../../src/core/secrets/runMasker';
import { Confirmations } from '../../src/core/sending/asking/mayBeSent';
import type { DoorPorts } from '../../src/core/sending/ports';
import type { Run } from '../../src/core/sending/run';
import { sendRequest } from '../../src/core/sending/sendRequest';
import { TokenCache } from '../../src/core/sending/tokens/tokenCache';
import { sendReport } from '../../src/headless/sendReport';
import type { JsonValue } from '../../src/protocol/json';
import { providers } from '../../src/providers';
import { isThorough } from '../unit/fixtures/runs';
import { sampleOf, secretPointers } from './secretSamples';
import { levelsOf, type Spelling, spellings } from './secretSpellings';

const registry = new ProviderRegistry(providers);

/*
 * Each operation is sent with secrets in all of its secret fields and credentials, and answered with secrets of its own
 * and those that were sent, in every spelling. Nobody may be able to read one in anything that is shown or kept.
 */
for (const id of registry.ids) {
  describe(`Secrets of ${id}`, () => {
    let provider: Provider;

    before(async () => {
      const found = await registry.provider(id);
      assert.ok(found);
      provider = found;
    });

    for (const [at, spelling] of spellings.entries()) {
      it(`cannot be read: ${spelling.name}`, async () => {
        for (const operation of chosen(provider.operations, at)) await assertUnreadable(provider, operation, spelling);
      });
    }

    it('that are short or common words are masked in their places, and spoil nothing', async () => {
      for (const operation of provider.operations) {
        for (const word of ['Q7z', 'password', 'order', 'body', 'operation', 'true', '1', 'email']) {
          await assertInPlace(provider, operation, word);
        }
      }
    });
  });
}

/**
 * All that document a secret of their own, and of the others, which are sent and answered alike, every eighth: others
 * with each spelling.
 */
function chosen(operations: readonly Operation[], at: number): readonly Operation[] {
  if (isThorough) return operations;
  const [own, others] = [true, false].map((wanted) => operations.filter((one) => documentsSecret(one) === wanted));
  return [...(own ?? []), ...(others ?? []).filter((_operation, index) => index % 8 === at % 8)];
}

function documentsSecret(operation: Operation): boolean {
  return pointersOf(operation).length > 0 || documentedSecrets(operation) !== undefined;
}

async function assertUnreadable(provider: Provider, operation: Operation, spelling: Spelling): Promise<void> {
  const planted = new Planted();
  const run = await play(provider, operation, planted, spelling);
  assert.ok(run.sent !== undefined, `${operation.id} was not sent: ${JSON.stringify(run.outcome)}`);
  assert.ok(run.outcome.kind === 'replied');
  for await (const [name, output] of outputsOf(withoutLinks(run), provider, operation)) {
    // All of them begin alike, and hardly any level holds a beginning.
    const levels = levelsOf(output).filter((level) => level.includes('S3cr'));
    const readable = planted.secrets.find((secret) => levels.some((level) => level.includes(beginningOf(secret))));
    if (readable !== undefined) assert.fail(`${operation.id}: ${name} shows ${readable}\n${output.slice(-3000)}`);
  }
}

/** Neither echoed nor repeated: what is short is found by its place alone. */
async function assertInPlace(provider: Provider, operation: Operation, word: string): Promise<void> {
  const pointers = pointersOf(operation);
  if (pointers.length === 0) return;
  const request = requestOf(provider, operation, () => word);
  const spoilt = { status: word, kinds: [word, `${word}s`], order: { email: word, body: { true: word } } };
  const http = answering(200, 'application/json', JSON.stringify(spoilt));
  const run = await sendRequest(
    { ...(await ports(provider, operation, 'unused')), http },
    request,
    { cause: 'form' },
    forced,
  );
  const entry = historyEntry(run, operation);
  const masked = pointers.reduce<unknown>((whole, pointer) => setAt(whole, pointer, `‹secret:${pointer}›`), request);
  assert.deepEqual(entry.request, masked, `${operation.id} with ${word}`);
  assert.ok(run.sent);
  if (word === 'Q7z') assert.doesNotMatch(toCurl(run.sent), /Q7z/, operation.id);
  const state = replyState(run, provider);
  assert.ok(state.kind === 'replied');
  assert.deepEqual(JSON.parse(state.body.text), spoilt);
}

class Planted {
  readonly secrets: string[] = [];

  /** No two are alike, and each has characters that are written differently everywhere. */
  next(isLink = false): string {
    const core = `S3cr/${this.secrets.length}+t&<>"'${'x9'.repeat(5)}\\`;
    const secret = isLink
      ? `https://sign.example/s?embedded=${encodeURIComponent(core)}&access_token=S3cr.${core.length}${this.secrets.length}z`
      : core;
    this.secrets.push(secret);
    return secret;
  }
}

/** Of a link its end, and of a token so much that it can be told from others. */
function beginningOf(secret: string): string {
  return secret.startsWith('https:') ? secret.slice(secret.indexOf('S3cr.')) : secret.slice(0, 9);
}

async function play(provider: Provider, operation: Operation, planted: Planted, spelling: Spelling): Promise<Run> {
  const request = requestOf(provider, operation, () => planted.next());
  const sent = [...planted.secrets];
  // What a call does not carry no server can repeat.
  const credential = operation.authorization === 'none' ? 'unused' : planted.next();
  const [status, body] = bodyOf(operation, planted);
  const echo = { message: `You sent ${sent.join(' and ')}, and ${credential}.`, echo: sent };
  const whole = typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body, echo } : [body, echo];
  const text = spelling.write(whole as JsonValue);
  const http = answering(spelling.status ?? status, spelling.type ?? 'application/json', text);
  return sendRequest({ ...(await ports(provider, operation, credential)), http }, request, { cause: 'form' }, forced);
}

const forced = { force: true } as const;

function requestOf(provider: Provider, operation: Operation, secretOf: () => string) {
  const [example] = operation.examples;
  const { path, query, body }: RequestValues = example ?? {};
  const values = { ...(path && { path }), ...(query && { query }), ...(body !== undefined && { body }) };
  const planted = pointersOf(operation).reduce<RequestValues>(
    (whole, pointer) => setAt(whole, pointer, secretOf()),
    values,
  );
  return { operation: operation.id, connection: provider.environments[0]?.id ?? '', ...planted };
}

function pointersOf({ request }: Operation): readonly string[] {
  return (['path', 'query', 'body'] as const).flatMap((section) => {
    const schema = request[section];
    return schema === undefined ? [] : secretPointers(schema).map((pointer) => `/${section}${pointer}`);
  });
}

function documentedSecrets({ replies }: Operation) {
  return Object.entries(replies).find(([, schema]) => secretPointers(schema).length > 0);
}

/** The documented reply that says most of secrets; without one, what any server might answer. */
function bodyOf(operation: Operation, planted: Planted): readonly [status: number, body: JsonValue] {
  const found = documentedSecrets(operation);
  if (found !== undefined) return [Number(found[0]), sampleOf(found[1], (isLink) => planted.next(isLink))];
  const tokens = [
    'access_token',
    'refreshToken',
    'id-token',
    'client_secret',
    'apiKey',
    'signingUrl',
    'Password',
    'session_token',
  ];
  return [200, { ...Object.fromEntries(tokens.map((name) => [name, planted.next(name === 'signingUrl')])), id: 'a1' }];
}

function answering(status: number, type: string, text: string): HttpClient {
  const headers = { 'content-type': type };
  const bytes = new TextEncoder().encode(text);
  return { send: async () => ({ kind: 'replied', reply: { status, statusText: '', headers, bytes, durationMs: 1 } }) };
}

/** Links are shown whole on purpose, in their cards. */
function withoutLinks(run: Run): Run {
  if (run.outcome.kind === 'failed') return run;
  return { ...run, outcome: { ...run.outcome, reading: { ...run.outcome.reading, links: [] } } };
}

async function* outputsOf(
  run: Run,
  provider: Provider,
  operation: Operation,
): AsyncGenerator<readonly [string, string]> {
  const entry = historyEntry(run, operation);
  const restored = restoreRun(entry, provider);
  yield ['the history', JSON.stringify(entry)];
  yield ['the panel', JSON.stringify(replyState(run, provider))];
  yield ['the panel from the history', JSON.stringify(replyState(restored.run, provider, restored.stored))];
  yield ['curl', run.sent ? toCurl(run.sent) : ''];
  const result = { provider, operation, run, problem: undefined };
  const { result: out, notes } = sendText(paintFor({ colors: false }), result, { isTerminal: false });
  yield ['the command line', `${notes}${out}`];
  yield [
    'the command line in JSON',
    JSON.stringify(sendReport('a.esign.json', result, describeCliProblem), undefined, 2),
  ];
  if (run.outcome.kind === 'failed') return;
  const { reply } = run.outcome;
  yield ['the editor', await wholeText(reply, runMasker(run, provider), async () => undefined)];
}

async function ports(provider: Provider, operation: Operation, credential: string): Promise<Omit<DoorPorts, 'http'>> {
  let ids = 0;
  const connection = emulatorConnection(provider, 'http://127.0.0.1:4010');
  const tokens = new TokenCache();
  await tokens.shared(connection, async () => ({ accessToken: credential, expiresAt: Number.MAX_SAFE_INTEGER }));
  const names = provider.auth.kinds.flatMap(({ fields }) => Object.keys(fields.shape));
  const credentials = Object.fromEntries(names.map((name) => [name, credential]));
  return {
    limits: defaultLimits,
    tokens,
    policy: { allowedRecipients: [], confirmations: new Confirmations() },
    ask: async () => true,
    operation: async () => ({ provider, operation }),
    connection: async () => connection,
    credentials: async () => ({ kind: 'found', credentials }) as const,
    readFile: async () => ({ kind: 'read', name: 'a.pdf', bytes: new TextEncoder().encode('%PDF-1.4') }) as const,
    now: () => 0,
    newId: () => `run-${++ids}`,
  };
}
