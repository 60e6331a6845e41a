import assert from 'node:assert/strict';
import * as z from 'zod';
import type { EmulatorDefinition } from '../../../src/core/emulation';
import type { Provider } from '../../../src/core/provider';
import { runCase } from '../../../src/core/scenarios/runCase';
import { sentContent } from '../../../src/emulator/bodies/contentOf';
import { readQuery } from '../../../src/emulator/bodies/readQuery';
import { openInProcess, openServer } from '../fixtures/openStage';
import { demoDefinition, demoProvider } from './demoProvider';

/* A file goes up whole and comes back as it was, however it is carried. */

const content = Uint8Array.from({ length: 5000 }, (_unused, index) =>
  index < 5 ? ('%PDF-'.charCodeAt(index) ?? 0) : index,
);

const echoing: EmulatorDefinition = {
  ...demoDefinition,
  handlers: {
    ...demoDefinition.handlers,
    'demo-notes/upload-file': ({ upload }) => ({
      status: 200,
      headers: { 'content-type': 'application/pdf' },
      body: upload('file'),
    }),
  },
};
const provider: Provider = {
  ...demoProvider,
  operations: demoProvider.operations.map((operation) =>
    operation.id === 'demo-notes/upload-file'
      ? { ...operation, accepts: ['application/pdf'], replies: { 200: z.instanceof(Uint8Array) } }
      : operation,
  ),
  emulator: async () => echoing,
};
const base64 = Buffer.from(content).toString('base64');
const upload = { body: { file: `data:application/pdf;name=a.pdf;base64,${base64}` } };

const places = { 'in this process': openInProcess, 'over a port': (one: Provider) => openServer(one, {}) };

describe('Files of an emulator', () => {
  for (const [place, open] of Object.entries(places)) {
    it(`go up whole and come back ${place}`, async () => {
      const { stage, close } = await open(provider);
      const received: Uint8Array[] = [];
      const http = {
        send: async (...sent: Parameters<typeof stage.machine.http.send>) => {
          const outcome = await stage.machine.http.send(...sent);
          if (outcome.kind === 'replied') received.push(outcome.reply.bytes);
          return outcome;
        },
      };
      const watched = { ...stage, machine: { ...stage.machine, http } };
      const faults = await runCase(watched, {
        name: 'there and back',
        operation: 'demo-notes/upload-file',
        values: upload,
        request: { headers: { accept: 'application/pdf, application/json' } },
        reply: { status: 200, headers: { 'content-type': 'application/pdf' } },
      });
      await close();
      assert.deepEqual(faults, []);
      assert.deepEqual(Buffer.from(received.at(-1) ?? []), Buffer.from(content));
    });
  }

  it('are no answer where JSON is documented', async () => {
    const { stage, close } = await openInProcess({ ...demoProvider, emulator: async () => echoing });
    const call = { name: 'a file', operation: 'demo-notes/upload-file', values: upload, reply: { status: 200 } };
    const [fault] = await runCase(stage, call);
    await close();
    assert.match(fault?.message ?? '', /answers with status 200/);
  });

  it('are sent as they are, beside texts and all else', () => {
    const bytes = Uint8Array.of(1, 2);
    assert.deepEqual(sentContent(bytes), { content: bytes, type: 'application/octet-stream' });
    assert.deepEqual(sentContent('a'), { content: 'a', type: 'text/plain; charset=utf-8' });
    assert.deepEqual(sentContent({ a: 1 }), { content: '{"a":1}', type: 'application/json' });
  });
});

describe('query of an emulated request', () => {
  const rows: readonly (readonly [text: string, query: ReturnType<typeof readQuery>])[] = [
    ['', {}],
    ['a=1&b=2', { a: '1', b: '2' }],
    ['types[]=text&types%5B%5D=mention&types[]=checkbox', { 'types[]': ['text', 'mention', 'checkbox'] }],
    ['a', { a: '' }],
  ];
  for (const [text, query] of rows) it(text || 'nothing', () => assert.deepEqual(readQuery(text), query));
});
