import assert from 'node:assert/strict';
import type { Auth, Credentials } from '../../src/core/auth';
import { emulatorConnection } from '../../src/core/connections/connection';
import { defaultLimits, type HttpClient, type HttpRequest } from '../../src/core/http';
import type { Operation } from '../../src/core/operation';
import { describeProblem } from '../../src/core/problems/describeProblem';
import type { Provider } from '../../src/core/provider';
import { ProviderRegistry } from '../../src/core/registry';
import { Confirmations } from '../../src/core/sending/asking/mayBeSent';
import { sendValues } from '../../src/core/sending/call';
import { TokenCache } from '../../src/core/sending/tokens/tokenCache';
import { providers } from '../../src/providers';
import { foreignWords } from '../unit/foreignWords';

const registry = new ProviderRegistry(providers);

/** What a wrong base URL, a captive portal or a proxy answers a token call with. */
const rubbish: Readonly<Record<string, string>> = {
  'a page': '<!DOCTYPE html><html><head><title>Sign in</title></head></html>',
  'an empty object': '{}',
  null: 'null',
  nothing: '',
  'another object': '{"status":"ok"}',
  'a list': '[]',
  'half of it': '{"access_token":"abc","expires_',
  'a token that is a number': '{"access_token":1,"ReturnValue":1}',
  'a token that is empty': '{"access_token":" ","ReturnValue":""}',
  'a token with a line break': '{"access_token":"a\\nb","ReturnValue":"a\\nb"}',
};

for (const id of registry.ids) {
  describe(`token replies to ${id}`, () => {
    for (const [name, body] of Object.entries(rubbish)) {
      it(`${name} is a problem that says what came`, async () => {
        const provider = await known(id);
        if (!(await fetchesTokens(provider))) return assert.equal(tokenCalls(provider).length, 0);
        const { outcome, sent } = await sendWithToken(provider, body);
        assert.ok(outcome.kind === 'failed', JSON.stringify(outcome));
        assert.match(outcome.problem.kind, /^(unusableToken|tokenRefused)$/);
        const { title, cause, nextStep } = describeProblem(outcome.problem);
        assert.doesNotMatch([title, cause, nextStep].join(' '), foreignWords);
        assert.equal(title, 'No access token');
        if (name === 'a page') assert.match(cause, /“Sign in”/);
        assert.ok(sent.every(({ headers }) => !/\bBearer\b/.test(headers['authorization'] ?? '')));
      });
    }

    const usable: Readonly<Record<string, string>> = {
      'digits as text': '{"access_token":"t0ken","token_type":"BEARER","expires_in":"3600","ReturnValue":"t0ken"}',
      'no lifetime': '{"access_token":"t0ken","ReturnValue":"t0ken"}',
      'blanks around': '{"access_token":" t0ken\\n","expires_in":3600,"token_type":"x","ReturnValue":" t0ken\\n"}',
      'the whole header': '{"access_token":"Bearer t0ken","ReturnValue":"bearer t0ken"}',
    };
    for (const [name, body] of Object.entries(usable)) {
      it(`is taken as far as it is usable: ${name}`, async () => {
        const provider = await known(id);
        if (!(await fetchesTokens(provider))) return assert.equal(tokenCalls(provider).length, 0);
        const { sent } = await sendWithToken(provider, body);
        assert.match(sent.at(-1)?.headers['authorization'] ?? '', /^(Bearer )?t0ken$/);
      });
    }

    const busy: readonly (readonly [number, string, RegExp])[] = [
      [429, '', /^Try again in 7 seconds\.$/],
      [503, '<html><title>Maintenance</title></html>', /^Try again in 7 seconds\.$/],
      [500, '{"errors":[{"code":1,"message":"It failed"}]}', /^Try again /],
    ];
    for (const [status, body, advice] of busy) {
      it(`status ${status} does not send anyone to look at the credentials`, async () => {
        const provider = await known(id);
        if (!(await fetchesTokens(provider))) return assert.equal(tokenCalls(provider).length, 0);
        const { outcome } = await sendWithToken(provider, body, status);
        assert.ok(outcome.kind === 'failed', JSON.stringify(outcome));
        assert.match(describeProblem(outcome.problem).nextStep, advice);
      });
    }
  });
}

async function known(id: string): Promise<Provider> {
  const provider = await registry.provider(id);
  assert.ok(provider);
  return provider;
}

function tokenCalls({ operations }: Provider): readonly Operation[] {
  return operations.filter(({ authorization }) => authorization === 'client');
}

/** Whether the default kind of credentials makes a call for its token. A ready token needs none. */
async function fetchesTokens({ auth }: Provider): Promise<boolean> {
  let calls = 0;
  const call = async () => {
    calls += 1;
    throw new Error('nobody answers');
  };
  await auth.acquire?.(credentialsOf(auth), call, 0).catch(() => undefined);
  return calls > 0;
}

function credentialsOf({ kinds: [kind] }: Auth): Credentials {
  return Object.fromEntries(Object.keys(kind?.fields.shape ?? {}).map((name) => [name, `given-${name}`]));
}

/** Sends a call, one that reads where there is one; every reply is this body. */
async function sendWithToken(provider: Provider, body: string, status = 200) {
  const sent: HttpRequest[] = [];
  const http: HttpClient = {
    send: async (request) => {
      sent.push(request);
      const bytes = new TextEncoder().encode(body);
      return {
        kind: 'replied',
        reply: { status, statusText: '', headers: { 'retry-after': '7' }, bytes, durationMs: 1 },
      };
    },
  };
  const [operation] = provider.operations
    .filter(({ authorization, encoding, examples }) => !authorization && !encoding && examples.length > 0)
    .sort((one, other) => Number(other.method === 'GET') - Number(one.method === 'GET'));
  assert.ok(operation);
  const { title: _title, source: _source, ...values } = operation.examples[0] ?? { title: '', source: '' };
  const credentials = credentialsOf(provider.auth);
  const ports = {
    http,
    limits: defaultLimits,
    tokens: new TokenCache(),
    policy: { allowedRecipients: [], confirmations: new Confirmations() },
    credentials: async () => ({ kind: 'found', credentials }) as const,
    readFile: async () => ({ kind: 'unreadable', reason: 'there is none' }) as const,
    now: () => 0,
    newId: () => 'id',
  };
  const connection = emulatorConnection(provider, 'http://127.0.0.1:4010');
  const { outcome } = await sendValues(ports, { provider, operation, connection }, values, {
    origin: { cause: 'form' },
  });
  return { outcome, sent };
}
