import assert from 'node:assert/strict';
import { recordCalls } from '../../providers/exports/recordCalls';
import { client, createNote, useWorkplace } from './workplace';

const readNote = { operation: 'demo-notes/get-note', connection: 'emulator', path: { note_id: 'new' } };
const removeNote = { operation: 'demo-notes/remove-note', connection: 'emulator', path: { note_id: 'first' } };

describe('esign send FILE FILE', () => {
  const place = useWorkplace();

  /** What came of it, and what reached the server. */
  async function send(contents: readonly unknown[], options: readonly string[] = []) {
    const files = contents.map((content, index) => place().write(`${index + 1}.esign.json`, content));
    const recorder = await recordCalls(place().baseUrl);
    const result = await place().run(['send', ...files, '--base-url', recorder.baseUrl, ...options], client);
    await recorder.close();
    return { ...result, calls: recorder.calls().map((call) => call.split(' ').slice(0, 2).join(' ')) };
  }

  it('sends one after the other in one session, and prints each', async () => {
    const { code, out, err, calls } = await send([createNote, readNote]);
    assert.equal(code, 0);
    assert.deepEqual(calls, ['POST /oauth/token', 'POST /api/v1/notes/new', 'GET /api/v1/notes/new']);
    assert.match(err, /^1\.esign\.json\nCreate a note.*\nPOST .*\n2\.esign\.json\nGet a note.*\nGET .*\n$/);
    assert.match(out, /^201 Created[\s\S]*\n200 OK/);
  });

  it('prints a list of what one file has, with names, for machines', async () => {
    const { code, out } = await send([createNote, readNote], ['--json']);
    const reports = JSON.parse(out) as readonly { file?: string; reply: { status: number } }[];
    assert.equal(code, 0);
    assert.deepEqual(
      reports.map(({ file, reply }) => [file, reply.status]),
      [
        ['1.esign.json', 201],
        ['2.esign.json', 200],
      ],
    );
    const { out: alone } = await send([readNote], ['--json']);
    assert.deepEqual(
      Object.keys(JSON.parse(alone)),
      Object.keys(reports[0] ?? {}).filter((name) => name !== 'file'),
    );
  });

  const missing = { ...readNote, path: { note_id: 'nowhere' } };
  const held: readonly {
    readonly name: string;
    readonly contents: readonly unknown[];
    readonly code: number;
    readonly kinds: readonly string[];
  }[] = [
    { name: 'one that is broken', contents: [createNote, '{'], code: 2, kinds: ['heldBack', 'unreadableRequest'] },
    {
      name: 'one that is not valid',
      contents: [createNote, { ...createNote, body: { text: 7 } }],
      code: 2,
      kinds: ['heldBack', 'invalidRequest'],
    },
    {
      name: 'one that has to be agreed to',
      contents: [readNote, removeNote],
      code: 4,
      kinds: ['heldBack', 'unanswered'],
    },
    {
      name: 'several, each for its own reason',
      contents: [removeNote, '{', createNote],
      code: 2,
      kinds: ['unanswered', 'unreadableRequest', 'heldBack'],
    },
  ];
  for (const { name, contents, code, kinds } of held) {
    it(`sends nothing because of ${name}`, async () => {
      const result = await send(contents, ['--json']);
      const reports = JSON.parse(result.out) as readonly { problem: { kind: string; cause: string } }[];
      assert.deepEqual([result.code, result.calls], [code, []]);
      assert.deepEqual(
        reports.map(({ problem }) => problem.kind),
        kinds,
      );
      const { err, calls } = await send(contents);
      assert.match(err, /\d\.esign\.json cannot be sent as it is, and both were to be sent together\./);
      assert.deepEqual(calls, []);
    });
  }

  it('sends what is agreed to once for all of them', async () => {
    const { code, calls } = await send([removeNote, createNote], ['--yes']);
    assert.deepEqual([code, calls.length], [0, 3]);
  });

  it('goes on after a reply that is a failure, and ends with what counts most', async () => {
    const { code, calls } = await send([missing, createNote, missing]);
    assert.deepEqual([code, calls.length], [1, 4]);
  });
});
