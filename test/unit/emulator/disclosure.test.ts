import assert from 'node:assert/strict';
import { illustrationRemarks, illustrativeHeader } from '../../../src/core/replies/illustration';
import type { Disclosure } from '../../../src/emulator/disclosure/disclose';
import { createEmulator } from '../../../src/emulator/engine';
import { createDisclosureLines } from '../../../src/headless/emulator/disclosureLines';
import { type Call, handle } from './callEmulator';
import { demoDefinition, demoProvider } from './demoProvider';

const create = (id: string): Call => ({ method: 'POST', path: `/api/v1/notes/${id}`, body: { text: 'a', copies: 1 } });

describe('What an emulator says of its own replies', () => {
  it('names the parts that no source gives, of what succeeds and of what fails, and of nothing else', () => {
    const told: Disclosure[] = [];
    const emulator = createEmulator(demoProvider, demoDefinition, { onDisclosure: (one) => told.push(one) });
    const headerOf = (call: Call) => handle(emulator, call).headers?.[illustrativeHeader];
    assert.equal(headerOf({ path: '/api/v1/notes/first' }), undefined);
    assert.equal(headerOf({ path: '/api/v1/notes/none' }), undefined);
    assert.equal(headerOf(create('two')), 'body');
    assert.equal(headerOf(create('first')), undefined);
    assert.equal(headerOf(create('three')), 'body');
    assert.equal(headerOf(create('four')), 'status, message');
    const call = { provider: 'demo-notes', method: 'POST', path: '/api/v1/notes/{note_id}' };
    assert.deepEqual(told.slice(1), [
      { ...call, status: 201, parts: ['body'], subjects: ['demo-notes/create-note'] },
      { ...call, status: 507, parts: ['status', 'message'], subjects: ['full'] },
    ]);
  });

  it('names them in the limits of its own, too', () => {
    const emulator = createEmulator(demoProvider, demoDefinition);
    const reply = handle(emulator, {
      ...create('two'),
      body: { text: 'a', more: Array.from({ length: 5_001 }, () => 1) },
    });
    assert.equal(reply.status, 413);
    assert.equal(reply.headers?.[illustrativeHeader], 'status, message');
  });

  it('prints a line for the first of a kind, and again for the tenth and the hundredth', () => {
    const lines: string[] = [];
    const print = createDisclosureLines((line) => lines.push(line));
    const full: Disclosure = {
      provider: 'demo',
      method: 'POST',
      path: '/notes/{id}',
      status: 507,
      parts: ['status', 'message'],
      subjects: ['full'],
    };
    for (let count = 1; count <= 101; count += 1) print(full);
    print({ ...full, parts: ['message'], subjects: ['taken'] });
    assert.deepEqual(lines, [
      'demo: POST /notes/{id} answered 507, whose status and text are illustrative: no source gives them. See full in the API reference of demo.',
      'demo: POST /notes/{id} answered 507 for the 10th time, whose status and text are illustrative: no source gives them. See full in the API reference of demo.',
      'demo: POST /notes/{id} answered 507 for the 100th time, whose status and text are illustrative: no source gives them. See full in the API reference of demo.',
      'demo: POST /notes/{id} answered 507, whose text is illustrative: no source gives it. See taken in the API reference of demo.',
    ]);
  });

  it('is told to people in words, and words that are none are not', () => {
    const [remark] = illustrationRemarks({ [illustrativeHeader]: 'message,code, other' });
    assert.equal(
      remark,
      'The emulator made up code and text of this reply: no source gives them. The API may answer otherwise.',
    );
    assert.deepEqual(illustrationRemarks({ [illustrativeHeader]: 'other' }), []);
    assert.deepEqual(illustrationRemarks({}), []);
  });
});
