import assert from 'node:assert/strict';
import { client, createNote, useWorkplace } from './workplace';

const note = { ...createNote, body: { ...createNote.body, marks: ['ann@example.com'] } };
const alias = 'me+ann.example.com@company.example';

describe('esign with --rewrite', () => {
  const workplace = useWorkplace();
  const send = (args: readonly string[], env: Record<string, string> = {}, content: object = note) =>
    workplace().run(['send', workplace().write('a.esign.json', content), '--base-url', workplace().baseUrl, ...args], {
      ...client,
      ...env,
    });

  it('sends to an address of one’s own, and says so beside each address and link', async () => {
    const { code, out, err } = await send(['--rewrite', 'me+*@company.example']);
    assert.equal(code, 0, err);
    assert.match(err, /^ann@example\.com gets it as me\+ann\.example\.com@company\.example\.$/m);
    assert.match(out, /"id": "new"/);
  });

  it('says it as data', async () => {
    const { out } = await send(['--rewrite', 'me+*@company.example', '--rewrite', '+33600000000', '--json']);
    const report = JSON.parse(out);
    assert.deepEqual(report.recipients, [{ from: 'ann@example.com', to: alias }]);
    assert.equal(report.request.body.marks[0], alias);
    assert.equal(report.links[0].inPlaceOf, null);
  });

  it('does the same by a variable, whose place the option takes', async () => {
    const env = { ESIGN_REWRITE_RECIPIENTS: 'other+*@company.example' };
    assert.equal(
      JSON.parse((await send(['--json'], env)).out).request.body.marks[0],
      'other+ann.example.com@company.example',
    );
    workplace().write('b.esign.json', { ...note, path: { note_id: 'second' } });
    const option = await send(['--rewrite', 'me+*@company.example', '--json'], env, {
      ...note,
      path: { note_id: 'third' },
    });
    assert.equal(JSON.parse(option.out).request.body.marks[0], alias);
  });

  it('sends nothing where somebody cannot be replaced, or an entry is wrong', async () => {
    const unclear = await send(['--rewrite', 'ben@example.com=me@company.example', '--json']);
    assert.deepEqual([unclear.code, JSON.parse(unclear.out).problem.kind], [2, 'notRewritten']);
    const wrong = await send(['--rewrite', 'me', '--json']);
    assert.equal(JSON.parse(wrong.out).problem.kind, 'invalidRewriting');
    assert.equal(JSON.parse(wrong.out).request, null);
  });
});
