import assert from 'node:assert/strict';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { createNote, useWorkplace } from './workplace';

/** Refuses the first calls that are no token call. */
async function busyServer(refusals: number) {
  const methods: string[] = [];
  const server = http.createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    methods.push(request.method ?? '');
    if (methods.length <= refusals) {
      response.writeHead(429, { 'retry-after': '0' });
      return response.end('{"error":"busy"}');
    }
    response.writeHead(200);
    return response.end('[]');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { methods, baseUrl: `http://127.0.0.1:${port}`, close: () => new Promise((done) => server.close(done)) };
}

describe('--retry', () => {
  const workplace = useWorkplace();
  const token = { ESIGN_DEMO_NOTES_TOKEN: 'ready-token-0123456789' };
  const list = { operation: 'demo-notes/list-notes', connection: 'x' };

  it('tries again as often as it may, and tells each try', async () => {
    const server = await busyServer(2);
    const file = workplace().write('a.esign.json', list);
    const { code, err } = await workplace().run(['send', file, '--base-url', server.baseUrl, '--retry', '3'], token);
    await server.close();
    assert.equal(code, 0, err);
    assert.equal(server.methods.length, 3);
    assert.match(err, /^Answered with 429: trying again in 0 seconds \(1 of 3\)\.$/m);
    assert.match(err, /\(2 of 3\)/);
  });

  it('gives up after that, and tries nothing again by itself', async () => {
    for (const [args, calls] of [
      [['--retry', '1'], 2],
      [[], 1],
    ] as const) {
      const server = await busyServer(9);
      const file = workplace().write('a.esign.json', list);
      const { code } = await workplace().run(['send', file, '--base-url', server.baseUrl, ...args], token);
      await server.close();
      assert.deepEqual([code, server.methods.length], [1, calls]);
    }
  });

  it('never does twice what may have been done', async () => {
    const server = await busyServer(9);
    const file = workplace().write('a.esign.json', createNote);
    const { err } = await workplace().run(['send', file, '--base-url', server.baseUrl, '--retry', '3'], token);
    await server.close();
    assert.deepEqual(server.methods, ['POST']);
    assert.doesNotMatch(err, /trying again/);
  });

  describe('of steps', () => {
    const step = (operation: string, status: number) => `arazzo: 1.0.1
info: {title: T, version: '1'}
sourceDescriptions: [{name: api, url: 'esign:demo-notes'}]
workflows:
  - workflowId: notes
    steps:
      - stepId: one
        operationId: $sourceDescriptions.api.${operation}
        successCriteria: [{condition: $statusCode == ${status}}]
`;
    const note = `        parameters: [{name: note_id, in: path, value: new}]
        requestBody: {payload: {text: hello, copies: 1}}
`;

    async function run(text: string, refusals: number) {
      const server = await busyServer(refusals);
      const file = workplace().write('a.arazzo.yaml', text);
      const args = ['run', file, '--base-url', server.baseUrl, '--retry', '2', '--yes'];
      const { code, err } = await workplace().run(args, token);
      await server.close();
      return { code, err, methods: server.methods };
    }

    it('tries again what did not pass', async () => {
      const { code, err, methods } = await run(step('list-notes', 200), 2);
      assert.deepEqual([code, methods], [0, ['GET', 'GET', 'GET']], err);
      assert.match(err, /Answered with 429: trying again in 0 seconds \(2 of 2\)/);
    });

    it('takes a refusal that the step asks for', async () => {
      const { code, methods } = await run(step('list-notes', 429), 1);
      assert.deepEqual([code, methods], [0, ['GET']]);
    });

    it('never does twice what may have been done', async () => {
      const { code, methods } = await run(step('create-note', 201) + note, 9);
      assert.deepEqual([code, methods], [1, ['POST']]);
    });
  });

  it('takes a small number', async () => {
    const file = workplace().write('a.esign.json', list);
    for (const wrong of ['x', '11', '-1']) {
      assert.equal((await workplace().run(['send', file, `--retry=${wrong}`], token)).code, 2);
    }
  });
});
