import assert from 'node:assert/strict';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { OutFile } from '../../../src/headless/files/outFile';
import { answer, type HostileServer, startHostileServer } from './hostileServer';
import { client, createNote, useWorkplace } from './workplace';

const megabyte = 1_000_000;
const part = '{"id":"n1","text":"hello","copies":1},';
const large = `{"id":"n1","text":"hello","copies":1,"more":[${part.repeat(Math.ceil((20 * megabyte) / part.length))}{}]}`;

describe('esign send --out', () => {
  const workplace = useWorkplace();
  let server: HostileServer;
  before(async () => {
    server = await startHostileServer({
      large: answer(201, { 'content-type': 'application/json' }, large),
      pdf: answer(201, { 'content-type': 'application/pdf' }, '%PDF-1.7 and more'),
    });
  });
  after(() => server.close());

  async function send(mode: string | undefined, ...args: readonly string[]) {
    workplace().write('request.esign.json', createNote);
    const baseUrl = mode === undefined ? workplace().baseUrl : `${server.origin}/${mode}`;
    const env = mode === undefined ? client : { ESIGN_DEMO_NOTES_TOKEN: 'demo-token' };
    return workplace().run(['send', 'request.esign.json', '--base-url', baseUrl, ...args], env);
  }
  const file = (name: string) => path.join(workplace().folder, name);

  it('writes the body as it came, for its owner alone, and says so', async () => {
    const { code, out } = await send(undefined, '--out', 'note.json');
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(readFileSync(file('note.json'), 'utf8')), { id: 'new', text: 'hello', copies: 1 });
    assert.equal(statSync(file('note.json')).mode & 0o777, 0o600);
    assert.match(out, /\nThe body \(\d+ bytes\) is in note\.json as it came: secrets in it are not masked\.\n/);
  });

  it('writes bytes that are no text', async () => {
    const { out } = await send('pdf', '--out', 'note.pdf', '--json');
    assert.equal(readFileSync(file('note.pdf'), 'latin1'), '%PDF-1.7 and more');
    assert.deepEqual([JSON.parse(out).reply.isWritten, JSON.parse(out).reply.isCut], [true, false]);
  });

  it('writes a body of any size', async () => {
    const { code, out } = await send('large', '--out', 'large.json');
    assert.equal(code, 0);
    assert.equal(readFileSync(file('large.json'), 'utf8'), large);
    assert.match(out, /The body \(20 MB\) is in large\.json/);
    assert.doesNotMatch(out, /"hello"/);
  });

  it('without it prints the beginning of a large body, and fetches no more', async () => {
    const { code, out } = await send('large');
    assert.equal(code, 0);
    assert.match(out, /"text":"hello"[\s\S]*\n… this is the beginning; --out FILE writes all of it\n/);
    assert.match(out, /Note: The reply is larger than what is read/);
    const report = JSON.parse((await send('large', '--json')).out);
    assert.deepEqual([report.reply.isCut, report.reply.isWritten], [true, false]);
    assert.ok(out.length < 2 * megabyte, `${out.length} characters were printed`);
  });

  it('sends nothing when the file is there already, unless it may be replaced', async () => {
    writeFileSync(file('kept.json'), 'mine');
    const refused = await send(undefined, '--out', 'kept.json');
    assert.deepEqual(
      [refused.code, refused.out, refused.err],
      [2, '', 'Nothing was sent: kept.json exists already. Add --overwrite to replace it.\n'],
    );
    assert.equal(readFileSync(file('kept.json'), 'utf8'), 'mine');
    const { code } = await send(undefined, '--out', 'kept.json', '--overwrite');
    assert.equal(code, 0);
    assert.notEqual(readFileSync(file('kept.json'), 'utf8'), 'mine');
  });

  it('sends nothing when a file cannot stand there, whatever may be replaced', async () => {
    mkdirSync(file('folder'));
    writeFileSync(file('target.json'), 'mine');
    const links = [
      ['to-folder', 'folder'],
      ['to-file', 'target.json'],
      ['to-nothing', 'missing.json'],
    ] as const;
    for (const [link, target] of links) symlinkSync(file(target), file(link));
    for (const name of ['folder', ...links.map(([link]) => link)]) {
      const { code, out, err } = await send(undefined, '--out', name, '--overwrite');
      assert.deepEqual([code, out, err], [2, '', `Nothing was sent: ${name} is no regular file.\n`]);
    }
    for (const [link] of links) assert.ok(lstatSync(file(link)).isSymbolicLink());
    assert.equal(readFileSync(file('target.json'), 'utf8'), 'mine');
    assert.equal(existsSync(file('missing.json')), false);
  });

  it('leaves what was there until the body is whole', async () => {
    writeFileSync(file('old.json'), 'mine');
    const body = await new OutFile(workplace().folder, 'old.json').open();
    await body.append(new Uint8Array(megabyte));
    assert.equal(readFileSync(file('old.json'), 'utf8'), 'mine');
    await body.discard();
    assert.equal(readFileSync(file('old.json'), 'utf8'), 'mine');
    assert.deepEqual(
      readdirSync(workplace().folder).filter((name) => name.endsWith('.part')),
      [],
    );
  });

  it('says that the body could not be written, and shows the rest of the reply', async () => {
    const { out } = await send(undefined, '--out', path.join('nowhere', 'note.json'));
    assert.match(out, /^201 Created[\s\S]*The body could not be written to nowhere.note\.json/);
    assert.equal(existsSync(file('nowhere')), false);
  });

  it('takes one reply', async () => {
    const { code, err } = await workplace().run(['send', 'a.esign.json', 'b.esign.json', '--out', 'c.json'], client);
    assert.equal(code, 2);
    assert.match(err, /--out takes one reply/);
  });
});
