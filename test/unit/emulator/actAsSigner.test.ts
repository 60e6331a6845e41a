import assert from 'node:assert/strict';
import { handle, start } from './callEmulator';
import { bodyOf } from './demoProvider';

const signer = { name: 'Bo', email: 'ann@example.com', role: 'Reader' };

describe('Acting as a recipient of the emulator', () => {
  const link = 'http://127.0.0.1:4010/sign/first?name=Bo';
  const act = (emulator: ReturnType<typeof start>, body: unknown, headers = { 'x-esign-emulator': '1' }) =>
    handle(emulator, { method: 'POST', path: '/__emulator/sign', headers, body });

  it('finishes by a link, and the page is used then', () => {
    const emulator = start();
    assert.deepEqual(bodyOf(act(emulator, { link, action: 'open' })), { state: 'open', signer });
    const done = act(emulator, { link, action: 'finish' });
    assert.equal(done.status, 200);
    assert.equal(bodyOf(done)['state'], 'used');
    const again = act(emulator, { link, action: 'finish' });
    assert.equal(again.status, 409);
    assert.deepEqual(bodyOf(again), { message: 'The page is not open, but used.', state: 'used' });
    assert.equal(bodyOf(act(emulator, { link, action: 'open' }))['state'], 'used');
  });

  it('finishes as somebody of a document, by address, name or role in any case', () => {
    for (const as of ['ANN@example.com', 'bo', 'Reader']) {
      const emulator = start();
      assert.equal(bodyOf(act(emulator, { document: 'first', as, action: 'finish' }))['state'], 'used');
    }
  });

  it('takes the path of a page for a link to it', () => {
    const body = { link: '/sign/first?name=Bo', action: 'finish' };
    assert.equal(bodyOf(act(start(), body))['state'], 'used');
  });

  it('counts what was decided', () => {
    const emulator = start();
    act(emulator, { link, action: 'decline', reason: 'No.' });
    const { counts } = bodyOf(handle(emulator, { path: '/__emulator' }));
    assert.deepEqual(counts, { requests: 0, refused: 0, signed: 0, declined: 1 });
  });

  const refusals: readonly (readonly [name: string, body: unknown, status: number])[] = [
    ['nobody', { action: 'finish' }, 400],
    ['a document alone', { document: 'first', action: 'finish' }, 400],
    ['nothing to do', { link }, 400],
    ['something else to do', { link, action: 'sign' }, 400],
    ['somebody who is not there', { document: 'first', as: 'x@example.com', action: 'finish' }, 404],
    ['a link elsewhere', { link: 'http://127.0.0.1:4011/sign/first', action: 'finish' }, 404],
    ['a link that is no signing page', { link: 'http://127.0.0.1:4010/api', action: 'finish' }, 404],
    ['a path that leads elsewhere', { link: '//example.com/sign/first', action: 'finish' }, 404],
    ['a link that is none', { link: 'x', action: 'finish' }, 404],
    ['a link that is not UTF-8', { link: 'http://127.0.0.1:4010/sign/%ff', action: 'finish' }, 404],
  ];
  for (const [name, body, status] of refusals) {
    it(`refuses ${name}`, () => assert.equal(act(start(), body).status, status));
  }

  it('says of somebody unknown that they are not there', () => {
    const { message } = bodyOf(act(start(), { document: 'first', as: 'x@example.com', action: 'finish' }));
    assert.equal(message, 'There is nobody of that name on the document.');
  });

  it('refuses whoever cannot set the header', () => {
    const headers = { 'x-esign-emulator': '' };
    assert.equal(act(start(), { link, action: 'finish' }, headers).status, 403);
  });
});
