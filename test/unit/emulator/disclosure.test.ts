import assert from 'node:assert/strict';
import { illustrationRemarks, illustrativeHeader, notEmulatedHeader } from '../../../src/core/replies/illustration';
import type { Disclosure } from '../../../src/emulator/disclosure/disclose';
import { createEmulator } from '../../../src/emulator/engine';
import { createDisclosureLines } from '../../../src/node/emulator/disclosureLines';
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

  it('says of a call that only the API has that the API has it, even where its path might be that of another', () => {
    const told: Disclosure[] = [];
    const absent = [{ method: 'GET', path: '/api/v1/notes/shared', title: 'List shared notes', source: '' } as const];
    const emulator = createEmulator({ ...demoProvider, absent }, demoDefinition, {
      onDisclosure: (one) => told.push(one),
    });
    const { status, headers, body } = handle(emulator, { path: '/api/v1/notes/shared' });
    assert.equal(status, 404);
    assert.equal(headers?.[notEmulatedHeader], 'List shared notes');
    assert.equal(headers?.[illustrativeHeader], 'status, message');
    assert.deepEqual(body, {
      code: 'no-route',
      path: 'This emulator does not have the call "List shared notes" (GET /api/v1/notes/shared). The API does.',
    });
    const lines: string[] = [];
    told.forEach(createDisclosureLines((line) => lines.push(line)));
    assert.deepEqual(lines, [
      'demo-notes: GET /api/v1/notes/shared answered 404, because the emulator does not have this call, "List shared notes". The API does.',
    ]);
    assert.deepEqual(illustrationRemarks(headers ?? {}), [
      'The emulator does not have this call, "List shared notes". The API does.',
    ]);
    assert.equal(
      handle(emulator, { method: 'PUT', path: '/api/v1/notes/shared' }).headers?.[notEmulatedHeader],
      undefined,
    );
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
