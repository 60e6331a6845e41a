import assert from 'node:assert/strict';
import { mostLogged } from '../../../src/emulator/inspector/requestLog';
import { handle, start } from './callEmulator';

interface Logged {
  readonly number: number;
  readonly path: string;
  readonly status: number;
  readonly operations: readonly string[];
  readonly failures: readonly { readonly id: string }[];
}

describe('The requests that an emulator tells of', () => {
  const requestsOf = (emulator: ReturnType<typeof start>, after?: string) => {
    const query = after === undefined ? {} : { after };
    const { body } = handle(emulator, { path: '/__emulator/requests', query });
    return (body as { readonly requests: readonly Logged[] }).requests;
  };

  it('have what was asked and what refused it, and no value, query, header or body', () => {
    const emulator = start();
    handle(emulator, { path: '/api/v1/notes/first', query: { token: 'a-secret-value' } });
    handle(emulator, { method: 'POST', path: '/api/v1/notes/first', body: { text: 'a-secret-value', copies: 1 } });
    handle(emulator, { path: '/nowhere/a-secret-value-in-the-path' });
    const requests = requestsOf(emulator);
    assert.deepEqual(
      requests.map(({ status }) => status),
      [404, 409, 200],
    );
    assert.equal(requests[2]?.path, '/api/v1/notes/{note_id}');
    assert.deepEqual(
      requests[1]?.failures.map(({ id }) => id),
      ['taken'],
    );
    assert.doesNotMatch(JSON.stringify(requests), /secret|demo-token/);
    assert.equal(requestsOf(emulator, String(requests[1]?.number)).length, 1);
  });

  it('are bounded, and start over with the emulator', () => {
    const emulator = start();
    for (let count = 0; count < 3 * mostLogged; count += 1) handle(emulator, { path: '/api/v1/notes/first' });
    assert.equal(requestsOf(emulator).length, mostLogged);
    emulator.reset();
    assert.deepEqual(requestsOf(emulator), []);
  });

  it('stand on a page that runs its own script alone, and that no other page frames', () => {
    const { status, headers = {}, body } = handle(start(), { path: '/__emulator/inspector' });
    assert.equal(status, 200);
    const policy = headers['content-security-policy'] ?? '';
    const [, nonce] = /script-src 'nonce-([0-9a-f]{32})'/.exec(policy) ?? [];
    assert.ok(nonce);
    assert.match(policy, /default-src 'none'.*frame-ancestors 'none'/);
    assert.equal(String(body).split(`<script nonce="${nonce}">`).length, 2);
    assert.doesNotMatch(String(body), /innerHTML|<script(?! nonce)/);
    const [, script = ''] = /<script nonce="[^"]*">([\s\S]*)<\/script>/.exec(String(body)) ?? [];
    // It must be a program.
    assert.doesNotThrow(() => new Function(script));
  });
});
