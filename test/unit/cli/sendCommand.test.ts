import assert from 'node:assert/strict';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { client, createNote, useWorkplace } from './workplace';

describe('esign send', () => {
  const workplace = useWorkplace();

  it('sends and prints request, reply and links, secrets masked and links whole', async () => {
    workplace().write('request.esign.json', createNote);
    const { code, out, err } = await workplace().run(
      ['send', 'request.esign.json', '--base-url', workplace().baseUrl, '--json'],
      client,
    );
    const report = JSON.parse(out);
    assert.deepEqual([code, err, report.problem, report.explanations], [0, '', null, []]);
    assert.deepEqual([report.request.method, report.request.url], ['POST', `${workplace().baseUrl}/api/v1/notes/new`]);
    assert.deepEqual(report.request.body, createNote.body);
    assert.match(report.request.headers.authorization, /^Bearer ‹secret:/);
    assert.deepEqual([report.reply.status, report.reply.body], [201, { id: 'new', text: 'hello', copies: 1 }]);
    assert.equal(typeof report.reply.durationMs, 'number');
    const url = `${workplace().baseUrl}/sign/new?token=link-of-new`;
    const expiresAt = '2030-01-02T00:00:00.000Z';
    assert.deepEqual(report.links, [{ url, recipient: 'ann@example.com', inPlaceOf: null, expiresAt }]);
    assert.doesNotMatch(out, /demo-secret|demo-token/);
  });

  it('prints for reading', async () => {
    workplace().write('request.esign.json', createNote);
    const { code, out, err } = await workplace().run(
      ['send', 'request.esign.json', '--base-url', workplace().baseUrl],
      client,
    );
    assert.equal(code, 0);
    assert.match(err, /^Create a note, Custom\nPOST http.*\/api\/v1\/notes\/new\n$/);
    assert.match(out, /^201 Created {2}\d+ ms, \d+ bytes\n\{\n {2}"id": "new"/);
    assert.match(out, /Signing link\n {2}ann@example\.com, until .*\n {2}http.*token=link-of-new\n$/);
    assert.doesNotMatch(out + err, /demo-secret|demo-token/);
  });

  it('masks the token of a token call', async () => {
    workplace().write('request.esign.json', {
      operation: 'demo-notes/fetch-token',
      connection: 'x',
      body: { grant_type: 'client' },
    });
    const { code, out } = await workplace().run(
      ['send', 'request.esign.json', '--base-url', workplace().baseUrl, '--json'],
      client,
    );
    assert.equal(code, 0);
    assert.match(JSON.parse(out).reply.body.access_token, /^‹secret:/);
    assert.doesNotMatch(out, /demo-token|demo-secret|ZGVtby1jbGllbnQ6/);
  });

  it('explains a failure that is documented', async () => {
    workplace().write('request.esign.json', { ...createNote, path: { note_id: 'nowhere' } });
    const args = ['send', 'request.esign.json', '--base-url', workplace().baseUrl];
    const { code, out } = await workplace().run([...args, '--json'], client);
    const report = JSON.parse(out);
    const [explanation] = report.explanations;
    assert.deepEqual([code, report.reply.status, explanation.nextStep], [1, 404, 'Mend notFound.']);
    assert.equal(explanation.illustrative, false);
    const text = await workplace().run(args, client);
    assert.equal(text.code, 1);
    assert.match(text.out, /\nNote nowhere not found\n {2}It is notFound\.\n {2}Next: Mend notFound\.\n/);
  });

  it('puts in the variables of its options, and trims what the environment holds', async () => {
    workplace().write('request.esign.json', {
      ...createNote,
      path: { note_id: '{{id}}' },
      body: { text: 'dear {{name}}', copies: '{{copies}}' },
    });
    const variables = ['--var', 'id=new', '--var', 'name=Ann = A.', '--var', 'copies=2', '--var', 'copies=3'];
    const args = ['send', 'request.esign.json', '--base-url', workplace().baseUrl, '--json', ...variables];
    const { code, out } = await workplace().run(args, { ...client, ESIGN_DEMO_NOTES_CLIENT_SECRET: ' demo-secret\n' });
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(out).request.body, { text: 'dear Ann = A.', copies: 3 });
  });

  it('refuses a variable without a name', async () => {
    workplace().write('request.esign.json', createNote);
    const { code, err } = await workplace().run(['send', 'request.esign.json', '--var', 'order']);
    assert.equal(code, 2);
    assert.match(err, /--var needs a name and a value, such as --var order=1, not "order"/);
  });

  it('needs no connection in a file for which an option says where to send', async () => {
    const { connection: _connection, ...request } = createNote;
    workplace().write('request.esign.json', request);
    const address = await workplace().run(['send', 'request.esign.json', '--base-url', workplace().baseUrl], client);
    assert.equal(address.code, 0, address.err);
    const named = await workplace().run(['send', 'request.esign.json', '--connection', 'nowhere', '--json'], client);
    assert.equal(JSON.parse(named.out).problem.kind, 'unknownConnection');
    const nothing = await workplace().run(['send', 'request.esign.json'], client);
    assert.equal(nothing.code, 2);
    assert.match(nothing.err, /Connection is required/);
  });

  it('finds the address in the environment', async () => {
    workplace().write('request.esign.json', createNote);
    const env = {
      ...client,
      ESIGN_DEMO_NOTES_BASE_URL: workplace().baseUrl,
      ESIGN_DEMO_NOTES_PATH_PREFIX: '/api/v1.1',
    };
    const { code, out } = await workplace().run(['send', 'request.esign.json', '--json'], env);
    assert.deepEqual([code, JSON.parse(out).request.url], [0, `${workplace().baseUrl}/api/v1.1/notes/new`]);
  });

  it('uses a ready token first', async () => {
    workplace().write('request.esign.json', createNote);
    const env = { ...client, ESIGN_DEMO_NOTES_CLIENT_SECRET: 'wrong', ESIGN_DEMO_NOTES_TOKEN: 'demo-token' };
    assert.equal(
      (await workplace().run(['send', 'request.esign.json', '--base-url', workplace().baseUrl, '--json'], env)).code,
      0,
    );
  });

  it('says what it took for a file field, and what is odd about it', async () => {
    writeFileSync(path.join(workplace().folder, 'Vertrag “Müller” 50%.pdf'), '%PDF-1.7\n%%EOF');
    writeFileSync(path.join(workplace().folder, 'fake.pdf'), 'hello');
    writeFileSync(path.join(workplace().folder, 'empty.pdf'), '');
    const rows: readonly (readonly [file: string, said: RegExp, kind: string, warnings: readonly string[]])[] = [
      ['Vertrag “Müller” 50%.pdf', /\nTook Vertrag “Müller” 50%\.pdf, 14 bytes, PDF\n$/, 'pdf', []],
      ['fake.pdf', /\nTook fake\.pdf, 5 bytes, text\nWarning: fake\.pdf is no PDF: .*\n$/, 'text', ['not_a_pdf']],
      ['empty.pdf', /\nTook empty\.pdf, 0 bytes, empty\nWarning: empty\.pdf is empty\.\n$/, 'empty', ['empty_file']],
      ['data:text/plain,hello', /\nTook 5 bytes of content given as text, text\n$/, 'text', []],
    ];
    for (const [file, said, kind, warnings] of rows) {
      const request = workplace().write('up.esign.json', {
        operation: 'demo-notes/upload-file',
        connection: 'x',
        body: { file },
      });
      const args = ['send', request, '--base-url', workplace().baseUrl];
      assert.match((await workplace().run(args, client)).err, said);
      const { attachments } = JSON.parse((await workplace().run([...args, '--json'], client)).out);
      assert.equal(attachments.length, 1);
      assert.deepEqual([attachments[0].path, attachments[0].kind], ['/body/file', kind]);
      assert.equal(attachments[0].file, file.startsWith('data:') ? null : file);
      assert.deepEqual(
        attachments[0].warnings.map(({ code }: { code: string }) => code),
        warnings,
      );
    }
  });

  it('uploads a file beside the request and no other', async () => {
    mkdirSync(path.join(workplace().folder, 'requests'));
    writeFileSync(path.join(workplace().folder, 'requests', 'a.txt'), 'hi');
    writeFileSync(path.join(workplace().folder, 'below-cwd.txt'), 'cwd');
    symlinkSync(os.tmpdir(), path.join(workplace().folder, 'requests', 'out'));
    writeFileSync(path.join(path.dirname(workplace().folder), `${path.basename(workplace().folder)}.secret`), 'secret');
    const outside = `../../${path.basename(workplace().folder)}.secret`;
    const rows: readonly (readonly [file: string, code: number])[] = [
      ['a.txt', 0],
      ['./a.txt', 0],
      ['../below-cwd.txt', 0],
      [outside, 2],
      [`out/${path.basename(workplace().folder)}.secret`, 2],
      ['/etc/hostname', 2],
      ['gone.txt', 2],
      ['.', 2],
    ];
    for (const [file, code] of rows) {
      const request = workplace().write('requests/up.esign.json', {
        operation: 'demo-notes/upload-file',
        connection: 'x',
        body: { file },
      });
      const result = await workplace().run(['send', request, '--base-url', workplace().baseUrl, '--json'], client);
      assert.equal(result.code, code, `${file}: ${result.out}`);
      assert.equal(JSON.parse(result.out).problem?.kind ?? null, code === 0 ? null : 'unreadableFile', file);
    }
    rmSync(path.join(path.dirname(workplace().folder), `${path.basename(workplace().folder)}.secret`));
  });
});
