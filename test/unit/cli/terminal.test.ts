import assert from 'node:assert/strict';
import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import { runCommandLine } from '../../../src/cli/commandLine';
import { paintFor } from '../../../src/cli/print/paint';
import { printable } from '../../../src/cli/print/terminal';
import { client, createNote, openWorkplace, type Workplace } from './workplace';

/** Sets the title, clears the screen, goes to the start of the line, turns the direction, hides in a tag. */
const attack = '\u001b]0;owned\u0007\u009b2J\u001b[2J\r\b\u202e\u2066\u{e0041}\u007f\u2028';

const active = /(?![\n\t])\p{Cc}|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\u{e0000}-\u{e0fff}]/u;

describe('What is printed', () => {
  const cases: readonly (readonly [name: string, text: string, printed: string])[] = [
    ['a text', 'Grüße, 世界 👩‍👩‍👧\n\tx', 'Grüße, 世界 👩‍👩‍👧\n\tx'],
    ['line ends of Windows', 'a\r\nb', 'a\nb'],
    ['a title', '\u001b]0;x\u0007', '\\u001b]0;x\\u0007'],
    ['the short form of an escape', '\u009b2J', '\\u009b2J'],
    ['a carriage return', 'a\rb', 'a\\u000db'],
    ['turned text', 'a\u202eb', 'a\\u202eb'],
    ['a tag', '\u{e0041}', '\\udb40\\udc41'],
    ['half a character', '\ud800', '\\ud800'],
    ['a colour of somebody else', '\u001b[31mred', '\\u001b[31mred'],
    ['a colour of ours', paintFor({ colors: true }).bad('red'), '\u001b[31mred\u001b[0m'],
    ['a colour of ours around an escape', paintFor({ colors: true }).bad('\u001b'), '\u001b[31m\\u001b\u001b[0m'],
  ];
  for (const [name, text, printed] of cases) it(name, () => assert.equal(printable(text), printed));

  it('is JSON of the same value still', () => {
    assert.deepEqual(JSON.parse(printable(JSON.stringify({ [attack]: attack }, undefined, 2))), { [attack]: attack });
  });
});

describe('A server that writes to a terminal', () => {
  let place: Workplace;
  let server: http.Server;
  let url: string;
  let answer: (response: http.ServerResponse) => void;

  before(async () => {
    place = await openWorkplace();
    server = http.createServer((request, response) => {
      request.resume();
      if (!request.url?.includes('token')) answer(response);
      else
        response.setHeader('content-type', 'application/json').end('{"access_token":"t0ken-of-demo","expires_in":60}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(async () => {
    server.close();
    await place.close();
  });

  const bodies: readonly (readonly [name: string, type: string, body: string])[] = [
    ['a text', 'text/plain', `hello ${attack}`],
    ['JSON', 'application/json', JSON.stringify({ error: attack, message: attack, [attack]: attack })],
    ['a page', 'text/html', `<title>${attack}</title>`],
  ];
  for (const status of [200, 400, 502]) {
    for (const [name, type, body] of bodies) {
      for (const flags of [[], ['--json']]) {
        it(`gets nothing through: ${status}, ${name} ${flags}`, async () => {
          answer = (response) => {
            response.statusMessage = 'Fine \u009b2J';
            response.writeHead(status, { 'content-type': type, 'x-odd': '\u009b2J' });
            response.end(body);
          };
          const file = place.write('attack.esign.json', { ...createNote, operation: 'demo-notes/create-note' });
          const { out, err } = await place.run(['send', file, '--base-url', url, ...flags], client);
          assert.match(out + err, new RegExp(`${status}`));
          assert.doesNotMatch(out + err, active);
        });
      }
    }
  }

  const readers: readonly (readonly [isTerminal: boolean, flags: readonly string[], lines: RegExp])[] = [
    [true, [], /"line 150"[\s\S]*\n… 802 more lines; --json prints all\n/],
    [true, ['--json'], /"line 999"/],
    [false, [], /"line 999"/],
  ];
  for (const [isTerminal, flags, lines] of readers) {
    it(`fills ${isTerminal ? 'a terminal' : 'a pipe'} with ${flags[0] ?? 'text'} of a long body`, async () => {
      const body = JSON.stringify(Array.from({ length: 1_000 }, (_unused, index) => `line ${index}`));
      answer = (response) => void response.setHeader('content-type', 'application/json').end(body);
      const file = place.write('long.esign.json', createNote);
      const parts: string[] = [];
      const surroundings = { ...place.surroundings(client), isTerminal, out: (text: string) => void parts.push(text) };
      await runCommandLine(surroundings, ['send', file, '--base-url', url, ...flags]);
      const out = parts.join('');
      assert.match(out, lines);
      assert.equal(out.includes('"line 999"'), !isTerminal || flags.length > 0);
    });
  }

  it('gets nothing through by a file or an argument', async () => {
    const file = place.write('odd.esign.json', { ...createNote, operation: `demo-notes/${attack}`, [attack]: 1 });
    const results = [await place.run(['validate', file]), await place.run(['send', file]), await place.run([attack])];
    for (const { out, err } of results) assert.doesNotMatch(out + err, active);
  });
});
