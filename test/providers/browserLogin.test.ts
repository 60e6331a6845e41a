import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { type CredentialKind, loginCredentials } from '../../src/core/auth';
import { type Connection, emulatorConnection } from '../../src/core/connections/connection';
import { loginAddress } from '../../src/core/login/browserLogin';
import type { Provider } from '../../src/core/provider';
import { createCall } from '../../src/core/sending/call';
import { SendSession } from '../../src/core/sending/sendSession';
import { createEmulator, type Emulator } from '../../src/emulator/engine';
import { createEmulatorClient, inProcessOrigin } from '../../src/headless/emulator/inProcessClient';
import { listenForLogin } from '../../src/node/login/loginListener';
import { providers } from '../../src/providers';

const waitMs = 20_000;
const verifier = 'a-verifier-of-forty-three-characters-or-more';

interface Stage {
  readonly provider: Provider;
  readonly kind: CredentialKind;
  readonly emulator: Emulator;
  readonly connection: Connection;
  readonly credentials: Readonly<Record<string, string>>;
}

/** A person signs in at the emulator's page, or does not; gives where the browser goes next. */
function decide({ emulator }: Stage, address: string, action: 'finish' | 'decline'): string {
  const { pathname, searchParams } = new URL(address);
  const request = { path: pathname, query: Object.fromEntries(searchParams), headers: {}, baseUrl: inProcessOrigin };
  const shown = emulator.handle({ ...request, method: 'GET', body: new Uint8Array() });
  assert.equal(shown.status, 200, String(shown.body));
  const body = new TextEncoder().encode(`action=${action}`);
  return emulator.handle({ ...request, method: 'POST', body }).headers?.['location'] ?? '';
}

function acquire({ provider, emulator, connection, credentials }: Stage, given: Readonly<Record<string, string>>) {
  const machine = { http: createEmulatorClient(emulator), now: Date.now, newId: () => 'id' };
  const all = { ...credentials, ...given };
  const ports = new SendSession(machine).ports({
    credentials: async () => ({ kind: 'found', credentials: all }),
    readFile: async () => ({ kind: 'unreadable', reason: '' }),
  });
  return provider.auth.acquire?.(all, createCall(ports, provider, connection), Date.now());
}

describe('Signing in with a browser', () => {
  const stages: Stage[] = [];

  before(async () => {
    for (const entry of providers) {
      const provider = await entry.load();
      const definition = await provider.emulator?.();
      for (const kind of provider.auth.kinds) {
        if (kind.login === undefined || definition === undefined) continue;
        const emulator = createEmulator(provider, definition);
        const { code: _, refreshToken: __, ...credentials } = definition.credentials;
        stages.push({
          provider,
          kind,
          emulator,
          connection: emulatorConnection(provider, inProcessOrigin),
          credentials,
        });
      }
    }
    assert.ok(stages.length > 0, 'no provider has a sign-in');
  });

  function addressOf(stage: Stage, state: string, redirectUri: string): string {
    assert.ok(stage.kind.login);
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const address = loginAddress(stage.connection, stage.kind.login, stage.credentials, {
      state,
      challenge,
      redirectUri,
    });
    assert.ok(address);
    return address;
  }

  it('brings a code to this machine alone, which is good for one token of whoever began', async () => {
    for (const stage of stages) {
      const listener = await listenForLogin('state-1', waitMs);
      assert.equal(new URL(listener.url).hostname, '127.0.0.1');
      const back = decide(stage, addressOf(stage, 'state-1', listener.url), 'finish');
      assert.ok(back.startsWith(`${listener.url}?`), back);
      assert.equal((await fetch(back)).status, 200);
      const answer = await listener.answer;
      assert.ok(answer?.kind === 'code');
      const given = { [loginCredentials.code]: answer.code, [loginCredentials.redirectUri]: listener.url };
      const token = await acquire(stage, { ...given, [loginCredentials.verifier]: verifier });
      assert.ok(token?.accessToken);
      await assert.rejects(async () => acquire(stage, { ...given, [loginCredentials.verifier]: verifier }));
    }
  });

  it('gives nobody a token who does not know the verifier', async () => {
    for (const stage of stages) {
      const redirectUri = 'http://127.0.0.1:9/callback';
      const back = new URL(decide(stage, addressOf(stage, 's', redirectUri), 'finish'));
      const code = back.searchParams.get('code') ?? '';
      assert.notEqual(code, '');
      const given = { [loginCredentials.code]: code, [loginCredentials.redirectUri]: redirectUri };
      await assert.rejects(async () => acquire(stage, { ...given, [loginCredentials.verifier]: `${verifier}x` }));
    }
  });

  it('says that it was refused', async () => {
    for (const stage of stages) {
      const listener = await listenForLogin('state-2', waitMs);
      await fetch(decide(stage, addressOf(stage, 'state-2', listener.url), 'decline'));
      assert.deepEqual(await listener.answer, { kind: 'refused', detail: 'access_denied' });
    }
  });

  it('takes nothing that does not know the state, twice or on another path, and ends when it is told to', async () => {
    const listener = await listenForLogin('state-3', waitMs);
    for (const query of ['', '?code=evil', '?code=evil&state=other', '?code=evil&state=state-3&state=state-3']) {
      assert.equal((await fetch(`${listener.url}${query}`)).status, 400, query);
    }
    assert.equal((await fetch(listener.url.replace('/callback', '/?code=evil&state=state-3'))).status, 404);
    assert.equal((await fetch(`${listener.url}?code=c&state=state-3`, { method: 'POST' })).status, 404);
    listener.end();
    assert.equal(await listener.answer, undefined);
    await assert.rejects(fetch(`${listener.url}?code=c&state=state-3`));
  });

  it('is waited for no longer than was said', async () => {
    const listener = await listenForLogin('state-4', 1);
    assert.equal(await listener.answer, undefined);
  });
});
