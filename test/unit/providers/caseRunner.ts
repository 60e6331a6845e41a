import assert from 'node:assert/strict';
import { loopbackAddress } from '../../../src/core/addresses/address';
import type { Credentials } from '../../../src/core/auth';
import { emulatorConnection } from '../../../src/core/connections/connection';
import type { DocumentDetail } from '../../../src/core/documents';
import { validateRequest } from '../../../src/core/forms/validateRequest';
import {
  type ConfirmedRequest,
  defaultLimits,
  type HttpClient,
  type HttpRequest,
  replyJson,
  replyText,
} from '../../../src/core/http';
import type { Operation, RequestValues } from '../../../src/core/operation';
import type { Provider } from '../../../src/core/provider';
import { getAt } from '../../../src/core/requests/pointer';
import { resolveReferences } from '../../../src/core/requests/references';
import { authorize } from '../../../src/core/sending/authorization';
import { createCall, type SendResult, sendValues } from '../../../src/core/sending/call';
import { Confirmations } from '../../../src/core/sending/mayBeSent';
import type { SendPorts } from '../../../src/core/sending/ports';
import { recogniseErrors } from '../../../src/core/sending/recogniseErrors';
import { remarksOf } from '../../../src/core/sending/run';
import type { Target } from '../../../src/core/sending/target';
import { TokenCache } from '../../../src/core/sending/tokenCache';
import { descriptionPath } from '../../../src/emulator/control';
import type { Emulator } from '../../../src/emulator/engine';
import type { JsonValue } from '../../../src/protocol/json';
import { confirmed } from '../core/addresses/confirmed';
import { assertSubset } from './assertSubset';
import type { CaseStep, ProviderCase, ResourceCase } from './caseFile';
import { assertActions, listAll } from './collections';

/** Where cases run: the emulator in this process, or behind a real port. */
export interface Stage {
  readonly provider: Provider;
  readonly emulator: Emulator;
  readonly http: HttpClient;
  readonly baseUrl: string;
  /** Of the demo account. */
  readonly credentials: Credentials;
}

const asPerson = { origin: { cause: 'form' } } as const;

/** Plays one case against a fresh emulator. */
export async function runCase(stage: Stage, item: ProviderCase): Promise<void> {
  stage.emulator.reset();
  const play = new Play(stage, item.credentials ?? {});
  for (const step of item.given ?? []) await play.step(step);
  await (item.raw ? play.sendRaw(item) : play.send(item));
  for (const step of item.after ?? []) await play.step(step);
}

export async function runResourceCase(stage: Stage, item: ResourceCase): Promise<void> {
  stage.emulator.reset();
  const play = new Play(stage, {});
  for (const step of item.given ?? []) await play.step(step);
  await play.show(item);
}

class Play {
  readonly #stage: Stage;
  readonly #kept: Record<string, string>;
  readonly #tokens = new TokenCache();
  readonly #ownCredentials: Credentials;
  #ahead = 0;
  #ids = 0;

  constructor(stage: Stage, credentials: Credentials) {
    this.#stage = stage;
    this.#ownCredentials = credentials;
    this.#kept = { origin: stage.baseUrl };
  }

  async step(step: CaseStep): Promise<void> {
    if ('send' in step) return this.#prepare(step);
    if ('sign' in step) return this.#decide(step.sign, { action: 'finish' }, step.redirect);
    if ('decline' in step) {
      return this.#decide(step.decline, { action: 'decline', reason: step.reason ?? '' }, step.redirect);
    }
    if ('visit' in step) return this.#visit(step);
    this.#ahead += step.advanceMinutes * 60_000;
    this.#stage.emulator.advance(step.advanceMinutes * 60_000);
  }

  async send(item: ProviderCase): Promise<void> {
    const target = this.#target(item.operation);
    const given = this.#resolve(item.values ?? {});
    const facts = await this.#facts(item, target, given);
    const { issues, values } = validateRequest(target.operation, this.#withCredentials(given), facts, {
      siblings: target.provider,
    });
    assertIssues(issues, item);
    if (item.request === undefined && item.reply === undefined && item.problem === undefined) return;
    // What is wrong is sent all the same: the emulator has to refuse it, too.
    const isValid = issues.every(({ severity }) => severity !== 'error');
    const result = await sendValues(this.#ports(), target, isValid ? values : given, asPerson);
    this.#assertSent(result.sent, item);
    this.#assertOutcome(target, result, item);
  }

  async sendRaw(item: ProviderCase): Promise<void> {
    assert.ok(item.raw);
    const target = this.#target(item.operation);
    const { method, path, headers, body, anonymous } = this.#fill(item.raw);
    const request: ConfirmedRequest = {
      method,
      url: confirmed(`${this.#stage.baseUrl}${path}`),
      headers: { ...(anonymous ? {} : await this.#authorization(target)), ...headers },
      body: body === undefined ? undefined : { text: body },
    };
    const outcome = await this.#stage.http.send(request, defaultLimits);
    assert.ok(outcome.kind === 'replied', 'no reply');
    this.#assertReply(outcome.reply, item);
    this.#assertFailure(target, outcome.reply, item);
  }

  async show({ collection: id, items, id: document, detail, described }: ResourceCase): Promise<void> {
    const { provider, baseUrl } = this.#stage;
    const call = createCall(this.#ports(), provider, emulatorConnection(provider, baseUrl));
    const collection = provider.resources.collections.find((candidate) => candidate.id === id);
    assert.ok(collection, `there is no collection ${id}`);
    if (items !== undefined) assertSubset(await listAll(collection, call), this.#fill(items), 'items');
    if (document === undefined) return;
    const read = await collection.read(call, this.#fill(document));
    assertActions(provider, read);
    assertSubset(read, this.#fill(detail ?? {}), 'detail');
    if (described !== undefined) await this.#showDescribed(id, this.#fill(document), this.#fill(described));
  }

  async #showDescribed(collection: string, document: string, expected: unknown): Promise<void> {
    const { provider, baseUrl, http } = this.#stage;
    const url = loopbackAddress(baseUrl, descriptionPath, { collection, id: document });
    assert.ok(url);
    const outcome = await http.send({ method: 'GET', url, headers: {}, body: undefined }, defaultLimits);
    assert.ok(outcome.kind === 'replied' && outcome.reply.status === 200, `${url} does not answer`);
    const detail = replyJson(outcome.reply);
    assertActions(provider, detail as DocumentDetail);
    assertSubset(detail, expected, 'described');
  }

  async #prepare({ send, values, keep }: Extract<CaseStep, { send: string }>): Promise<void> {
    const target = this.#target(send);
    const { outcome } = await sendValues(this.#ports(), target, this.#resolve(values ?? {}), asPerson);
    assert.ok(outcome.kind === 'replied', `${send}: ${JSON.stringify(outcome)}`);
    assert.ok(!outcome.reading.failed, `${send}: ${outcome.reply.status} ${replyText(outcome.reply)}`);
    const root = { reply: replyJson(outcome.reply), links: outcome.reading.links };
    for (const [name, pointer] of Object.entries(keep ?? {})) {
      const value = getAt(root, pointer);
      assert.ok(typeof value === 'string' || typeof value === 'number', `${send} has no value at ${pointer}`);
      this.#kept[name] = String(value);
    }
  }

  async #decide(link: string, form: Record<string, string>, redirect: string | undefined): Promise<void> {
    const reply = await this.#open('POST', link, new URLSearchParams(form).toString());
    assert.ok(reply.status === 200 || reply.status === 302, `signing page: ${reply.status}`);
    if (redirect !== undefined) assert.equal(reply.headers['location'], this.#fill(redirect));
  }

  async #visit({ visit, status, text }: Extract<CaseStep, { visit: string }>): Promise<void> {
    const reply = await this.#open('GET', visit);
    assert.equal(reply.status, status);
    if (text !== undefined) assert.ok(replyText(reply).includes(text), `the page does not say "${text}"`);
  }

  async #open(method: string, link: string, form?: string) {
    const url = confirmed(this.#fill(link));
    const request: ConfirmedRequest = {
      method,
      url,
      headers: form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' },
      body: form === undefined ? undefined : { text: form },
    };
    const outcome = await this.#stage.http.send(request, defaultLimits);
    assert.ok(outcome.kind === 'replied', `${url} does not answer`);
    return outcome.reply;
  }

  #assertSent(sent: HttpRequest | undefined, { request }: ProviderCase): void {
    if (request === undefined) return;
    assert.ok(sent, 'nothing was sent');
    const { pathname, search } = new URL(sent.url);
    const actual = {
      method: sent.method,
      path: `${pathname}${search}`,
      headers: sent.headers,
      body: sent.body && (jsonOf(sent.body.text) ?? sent.body.text),
    };
    assertSubset(actual, this.#fill(request), 'request');
  }

  #assertOutcome({ operation }: Target, { outcome }: SendResult, item: ProviderCase): void {
    if (item.problem !== undefined) {
      assert.equal(outcome.kind === 'failed' ? outcome.problem.kind : undefined, item.problem);
      return;
    }
    assert.ok(outcome.kind === 'replied', JSON.stringify(outcome));
    const { reply, reading } = outcome;
    this.#assertReply(reply, item);
    assert.ok(reply.status in operation.replies, `status ${reply.status} is not documented for ${operation.id}`);
    assert.deepEqual(remarksOf(reading), [], 'the emulator departs from the documented reply');
    assert.equal(reading.failed, item.failure !== undefined, `failed: ${replyText(reply)}`);
    if (item.failure !== undefined) {
      assert.deepEqual(
        reading.errors.map(({ failure }) => failure?.id),
        [item.failure],
      );
    }
    if (item.links !== undefined) assertSubset(reading.links, this.#fill(item.links), 'links');
    if (item.nextSteps !== undefined) assertSubset(reading.nextSteps, this.#fill(item.nextSteps), 'nextSteps');
  }

  #assertReply(reply: Parameters<typeof replyJson>[0], { reply: expected }: ProviderCase): void {
    if (expected === undefined) return;
    const { status, headers, body } = this.#fill(expected);
    assert.equal(reply.status, status, replyText(reply));
    if (headers !== undefined) assertSubset(reply.headers, headers, 'headers');
    if (body !== undefined) assertSubset(replyJson(reply), body, 'reply');
  }

  #assertFailure({ provider, operation }: Target, reply: Parameters<typeof replyJson>[0], item: ProviderCase): void {
    if (item.failure === undefined) return;
    const errors = recogniseErrors(provider, operation, reply);
    assert.deepEqual(
      errors.map(({ failure }) => failure?.id),
      [item.failure],
    );
  }

  async #facts(item: ProviderCase, target: Target, values: RequestValues): Promise<unknown> {
    if (item.facts !== 'loaded') return item.facts;
    const call = createCall(this.#ports(), target.provider, target.connection);
    assert.ok(target.operation.loadFacts, `${item.operation} loads no facts`);
    return target.operation.loadFacts(values, call);
  }

  #target(id: string): Target {
    const { provider, baseUrl } = this.#stage;
    const operation: Operation | undefined = provider.operations.find((candidate) => candidate.id === id);
    assert.ok(operation, `there is no operation ${id}`);
    return { provider, operation, connection: emulatorConnection(provider, baseUrl) };
  }

  #ports(): SendPorts {
    return {
      http: this.#stage.http,
      limits: defaultLimits,
      tokens: this.#tokens,
      policy: { allowedRecipients: [], confirmations: new Confirmations() },
      ask: async () => true,
      credentials: async () => ({ kind: 'found', credentials: this.#credentials() }),
      readFile: async () => ({ kind: 'unreadable', reason: 'cases bring their files as data: URIs' }),
      now: () => Date.now() + this.#ahead,
      newId: () => `case-${++this.#ids}`,
    };
  }

  #credentials(): Credentials {
    return { ...this.#stage.credentials, ...this.#fill(this.#ownCredentials) };
  }

  async #authorization({ provider, operation, connection }: Target) {
    const ports = this.#ports();
    return authorize(operation.authorization ?? 'token', {
      auth: provider.auth,
      connection,
      credentials: this.#credentials(),
      tokens: this.#tokens,
      call: createCall(ports, provider, connection),
      now: ports.now,
    });
  }

  /** Puts kept values in their places; references to credentials stay, sending resolves them. */
  #resolve(values: ProviderCase['values'] & object): RequestValues {
    return this.#fill(values) as RequestValues;
  }

  #withCredentials(values: RequestValues): RequestValues {
    const resolved = resolveReferences(values, { variables: this.#kept, credentials: this.#credentials() });
    return resolved.kind === 'resolved' ? resolved.values : values;
  }

  #fill<T>(value: T): T {
    return fill(value as JsonValue, this.#kept) as T;
  }
}

function fill(value: JsonValue | undefined, kept: Readonly<Record<string, string>>): JsonValue | undefined {
  if (typeof value === 'string') return value.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => kept[name] ?? whole);
  if (Array.isArray(value)) return value.map((item) => fill(item, kept) ?? null);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item, kept) ?? null]));
}

function assertIssues(
  issues: readonly { readonly pointer: string; readonly code: string; readonly message: string }[],
  { issues: expected = [] }: ProviderCase,
): void {
  const text = issues.map(({ pointer, message }) => `${pointer}: ${message}`).join('\n');
  assert.deepEqual(
    issues.map(({ pointer, code }) => ({ pointer, code })),
    expected,
    `issues:\n${text}`,
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Forms and multipart bodies are compared as text.
    return undefined;
  }
}
