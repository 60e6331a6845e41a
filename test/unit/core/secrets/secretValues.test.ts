import assert from 'node:assert/strict';
import * as z from 'zod';
import { defineOperation } from '../../../../src/core/operation';
import { maskerOf } from '../../../../src/core/secrets/masker';
import {
  mostSecrets,
  secretsOfReply,
  secretsOfReplyInSteps,
  secretsOfRequest,
} from '../../../../src/core/secrets/secretValues';
import { sortSecrets } from '../../../../src/core/secrets/sortSecrets';
import { parcel } from '../sending/parcelProvider';

const operation = parcel.operations[0];

describe('The secrets that a body brings', () => {
  const tokens = Array.from({ length: 20_000 }, (_none, index) => `tok-${index * 7919}-x`);

  it('are known up to some hundred, and masked by their places beyond', () => {
    const body = { items: tokens.map((token) => ({ access_token: token })) };
    const secrets = sortSecrets(secretsOfReply(operation, body));
    assert.equal(secrets.length, mostSecrets);
    const masked = maskerOf(secrets, operation).body(JSON.stringify(body), { side: 'reply' }).text;
    assert.equal(masked.split('‹secret:').length - 1, tokens.length);
    assert.doesNotMatch(masked, /tok-\d/);
  });

  it('count once, however often one is repeated', () => {
    const keys = ['tok-first-1', ...tokens.map(() => 'tok-often-2'), 'tok-last-3'];
    const secrets = secretsOfReply(operation, { items: keys.map((token) => ({ access_token: token })) });
    assert.deepEqual(secrets.map(({ value }) => value).sort(), ['tok-first-1', 'tok-last-3', 'tok-often-2']);
  });

  it('are called by a name where one of them has it, wherever it stands', () => {
    const link = 'https://a.example/?token=aB3dE5';
    for (const values of [{ body: { x: link, key: link } }, { body: { key: link, x: link } }]) {
      assert.deepEqual(secretsOfRequest(operation, values), [{ name: '/body/key', value: link }]);
    }
  });

  it('are all members of what holds secrets, also one whose own name says less', () => {
    const headers = z.record(z.string(), z.string().meta({ secret: true }));
    const subscribe = defineOperation({
      ...{
        id: 'demo/subscribe',
        title: '',
        summary: '',
        method: 'POST',
        path: '/',
        docs: '',
        replies: {},
        examples: [],
      },
      request: { body: z.object({ headers }) },
    });
    const body = {
      headers: { Authorization: 'my own words', 'X-Hook': 'others of mine', 'X-Token': 'some more words' },
    };
    const found = secretsOfRequest(subscribe, { body }).map(({ value }) => value);
    assert.deepEqual(found, Object.values(body.headers));
  });

  it('are looked for in steps, in a long list of digits as well, and found behind it', () => {
    const search = secretsOfReplyInSteps(operation, { rows: Array(100_000).fill(1), access_token: 'tok-behind-1' });
    let steps = 0;
    let next = search.next();
    for (; next.done !== true; next = search.next()) steps += 1;
    assert.ok(steps >= 20, String(steps));
    assert.deepEqual(
      next.value.map(({ value }) => value),
      ['tok-behind-1'],
    );
  });
});
