import assert from 'node:assert/strict';
import type { RegisteredEndpoint, WebhookEndpoint } from '../../../../../src/core/webhooks/registering/endpoint';
import { registerEndpoint } from '../../../../../src/core/webhooks/registering/registerEndpoint';

const url = 'https://hooks.example/in';
const wish = { url, secret: 's'.repeat(32), isLive: false };
const calls = { register: async () => undefined, remove: async () => undefined };

/** An account in memory, with two subscriptions for each address. */
function account(start: readonly RegisteredEndpoint[], own: Partial<WebhookEndpoint> = {}) {
  let count = 0;
  const state = { endpoints: [...start] };
  const make = (address: string) => {
    count += 1;
    state.endpoints.push({ id: `new ${count}`, url: address });
  };
  const endpoint: WebhookEndpoint = {
    covers: 'everything',
    byHand: 'By hand.',
    add: async (wanted) => {
      make(wanted.url);
      make(wanted.url);
    },
    removal: {
      list: async () => [...state.endpoints],
      remove: async ({ id }) => {
        state.endpoints = state.endpoints.filter((one) => one.id !== id);
      },
    },
    ...own,
  };
  return { endpoint, state, make };
}

describe('Registering an address', () => {
  const others = [
    { id: '1', url },
    { id: '2', url: 'https://other.example/' },
  ];

  it('takes back what it made, and nothing that was there before, whatever its address', async () => {
    const { endpoint, state } = account(others);
    const registration = await registerEndpoint(endpoint, wish, calls);
    assert.ok(registration.kind === 'registered');
    assert.equal(state.endpoints.length, 4);
    // Somebody else registers meanwhile.
    const later = { id: '3', url: 'https://hooks.example/other' };
    state.endpoints.push(later);
    assert.deepEqual(await registration.remove(), { kind: 'removed' });
    assert.deepEqual(state.endpoints, [...others, later]);
  });

  it('finds it again however the API spells it', async () => {
    const { endpoint, state, make } = account([]);
    const spelling = { ...endpoint, add: async () => make('HTTPS://HOOKS.example:443/in') };
    const registration = await registerEndpoint(spelling, wish, calls);
    assert.ok(registration.kind === 'registered');
    await registration.remove();
    assert.deepEqual(state.endpoints, []);
  });

  it('one that breaks off half-way leaves nothing', async () => {
    const { endpoint, state, make } = account(others);
    const failing: WebhookEndpoint = {
      ...endpoint,
      add: async () => {
        make(url);
        throw new Error('503');
      },
    };
    const registration = await registerEndpoint(failing, wish, calls);
    assert.ok(registration.kind === 'failed');
    assert.match(String(registration.error), /503/);
    assert.deepEqual(registration.removal, { kind: 'removed' });
    assert.deepEqual(state.endpoints, others);
  });

  it('of what cannot be removed the rest is removed still, and it is told', async () => {
    const { endpoint, state } = account([]);
    const stubborn: WebhookEndpoint = {
      ...endpoint,
      removal: {
        list: async () => [...state.endpoints],
        remove: async ({ id }) => {
          if (id === 'new 1') throw new Error('403');
          state.endpoints = state.endpoints.filter((one) => one.id !== id);
        },
      },
    };
    const registration = await registerEndpoint(stubborn, wish, calls);
    assert.ok(registration.kind === 'registered');
    assert.equal((await registration.remove()).kind, 'failed');
    assert.deepEqual(
      state.endpoints.map(({ id }) => id),
      ['new 1'],
    );
  });

  it('the only address of an account is not replaced', async () => {
    const { endpoint, state } = account([{ id: '', url: 'https://crm.example/hook' }], { isOnly: true });
    assert.deepEqual(await registerEndpoint(endpoint, wish, calls), {
      kind: 'occupied',
      url: 'https://crm.example/hook',
    });
    assert.equal(state.endpoints.length, 1);
  });

  it('says what no call takes back, and registers nothing where it cannot see what is there', async () => {
    const { state, make } = account([]);
    const bare = { covers: 'everything', byHand: 'By hand.', add: async () => make(url) };
    const registration = await registerEndpoint(bare, wish, calls);
    assert.ok(registration.kind === 'registered');
    assert.deepEqual(await registration.remove(), { kind: 'stays' });
    assert.equal(state.endpoints.length, 1);
    const blind = account([]);
    const list = async () => Promise.reject(new Error('401'));
    const removal = { list, remove: async () => {} };
    const refused = await registerEndpoint({ ...blind.endpoint, removal }, wish, calls);
    assert.equal(refused.kind, 'failed');
    assert.deepEqual(blind.state.endpoints, []);
  });

  it('taking back goes by calls of its own, which nobody has given up', async () => {
    const { endpoint, state } = account([]);
    const used: string[] = [];
    const telling: WebhookEndpoint = {
      ...endpoint,
      add: async (wanted, call) => {
        await call('add', {});
        await endpoint.add(wanted, call);
        throw new Error('given up');
      },
      removal: {
        list: async (call) => {
          await call('list', {});
          return [...state.endpoints];
        },
        remove: async (one, call) => {
          await call('remove', {});
          await endpoint.removal?.remove(one, call);
        },
      },
    };
    const told = (side: string) => async (operation: string) => void used.push(`${side} ${operation}`);
    await registerEndpoint(telling, wish, { register: told('first'), remove: told('last') });
    assert.deepEqual(used, ['first list', 'first add', 'last list', 'last remove', 'last remove']);
    assert.deepEqual(state.endpoints, []);
  });
});
