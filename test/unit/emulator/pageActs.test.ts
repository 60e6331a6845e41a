import assert from 'node:assert/strict';
import { createEmulator } from '../../../src/emulator/engine';
import type { PageAct } from '../../../src/emulator/signing/pageAct';
import { form, handle, start } from './callEmulator';
import { demoDefinition, demoProvider } from './demoProvider';

const page = { path: '/sign/first', query: { name: 'Bo' } };
const control = { method: 'POST', path: '/__emulator/sign', headers: { 'x-esign-emulator': '1' } };

function watched() {
  const acts: PageAct[] = [];
  const emulator = createEmulator(demoProvider, demoDefinition, { onPageAct: (act) => acts.push(act) });
  return { emulator, acts };
}

const decide = (body: string) => ({ ...page, method: 'POST', headers: form, body });

describe('What is done on a signing page', () => {
  const acts: readonly (readonly [name: string, request: object, act: object])[] = [
    ['opening', page, { action: 'open' }],
    ['finishing', decide('action=finish'), { action: 'finish' }],
    ['declining', decide('action=decline&reason=too+late'), { action: 'decline', reason: 'too late' }],
  ];
  for (const [name, request, act] of acts) {
    it(`is told as the control route takes and answers it: ${name}`, () => {
      const { emulator, acts: told } = watched();
      handle(emulator, request);
      const [first, ...others] = told;
      assert.ok(first);
      assert.deepEqual(others, []);
      const link = 'http://127.0.0.1:4010/sign/first?name=Bo';
      assert.deepEqual(first.act, { link, document: 'first', as: 'ann@example.com', ...act });
      assert.equal(first.provider, demoProvider.id);
      const { status, body } = handle(start(), { ...control, body: first.act });
      assert.deepEqual(first.reply, { status, body });
      const { link: _link, ...byName } = first.act;
      assert.equal(handle(start(), { ...control, body: byName }).status, 200);
    });
  }

  it('is told with the address that was asked for, as it was spelled', () => {
    const { emulator, acts: told } = watched();
    handle(emulator, { ...page, url: 'http://127.0.0.1:4010/sign/first?name=%42o' });
    assert.equal(told[0]?.act.link, 'http://127.0.0.1:4010/sign/first?name=%42o');
  });

  it('is told as too late where it was', () => {
    const { emulator, acts: told } = watched();
    handle(emulator, decide('action=finish'));
    handle(emulator, decide('action=finish'));
    assert.deepEqual(
      told.map(({ reply }) => reply.status),
      [200, 409],
    );
  });

  it('is not told where nothing was done', () => {
    const { emulator, acts: told } = watched();
    handle(emulator, decide('action=other'));
    handle(emulator, { path: '/sign/nowhere' });
    handle(emulator, { path: '/elsewhere' });
    assert.deepEqual(told, []);
  });
});
