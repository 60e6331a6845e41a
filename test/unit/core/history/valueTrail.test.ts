import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ValueTrail } from '../../../../src/core/history/valueTrail';
import type { Run } from '../../../../src/core/sending/run';

/** A run as far as the trail looks at it. */
function brought(id: string, body: unknown): Pick<Run, 'id' | 'outcome'> {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  const headers = { 'content-type': 'application/json' };
  const reply = { status: 200, statusText: '', headers, bytes, durationMs: 1 };
  return { id, outcome: { kind: 'replied', reply, reading: {} as never } };
}

const link = 'https://a.example/s/12345678?access_token=0123456789abcdef';

describe('The trail of values', () => {
  it('knows every reply that brought a value, the latest last', () => {
    const trail = new ValueTrail();
    trail.learn(brought('1', { data: [{ link }] }));
    trail.learn(brought('2', { link }));
    assert.deepEqual(trail.trace(link), [
      [
        { entry: '1', pointer: '/data/0/link' },
        { entry: '2', pointer: '/link' },
      ],
    ]);
  });

  it('knows the parts of an address, and says the rest where it is no key', () => {
    const trail = new ValueTrail();
    trail.learn(brought('1', { id: '/members/7f2c4b80', page: '12345678' }));
    const id = [{ entry: '1', pointer: '/id' }];
    const page = [{ entry: '1', pointer: '/page' }];
    assert.deepEqual(trail.trace('http://h/sign?who=/members/7f2c4b80'), ['http://h/sign?who=', id]);
    assert.deepEqual(trail.trace('/sign/12345678/open'), ['/sign/', page, '/open']);
    assert.equal(trail.trace(link), undefined);
    assert.equal(trail.trace('/sign/somebody'), undefined);
  });

  it('is whole again when its parts are put together', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), fc.uuid(), (url, id) => {
        const trail = new ValueTrail();
        trail.learn(brought('1', { id }));
        const parts = trail.trace(`${url}/${id}`) ?? [];
        const texts = parts.map((part) => (typeof part === 'string' ? part : id));
        assert.ok(parts.length === 0 || texts.join('') === `${url}/${id}`);
      }),
    );
  });

  it('forgets what was brought longest ago, and looks at no reply without end', () => {
    const trail = new ValueTrail();
    const many = (start: number, count: number) =>
      Array.from({ length: count }, (_unused, at) => `value-${start + at}`);
    trail.learn(brought('first', ['the-first-value']));
    for (let at = 0; at < 21; at += 1) trail.learn(brought(`${at}`, many(at * 1_000, 1_000)));
    assert.equal(trail.trace('the-first-value'), undefined);
    assert.ok(trail.trace('value-20999'));
    trail.learn(brought('long', many(50_000, 3_000)));
    assert.ok(trail.trace('value-50000'));
    assert.equal(trail.trace('value-52999'), undefined);
  });
});
