import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readNamedFile } from '../../../src/core/attachments/namedFile';
import { localFiles } from '../../../src/node/localFiles';

describe('Files that a request names', () => {
  let top: string;
  let roots: readonly string[];

  before(() => {
    top = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'esign-named-')));
    const inside = path.join(top, 'inside');
    mkdirSync(path.join(inside, 'requests', 'scans'), { recursive: true });
    mkdirSync(path.join(top, 'inside-not'));
    const write = (name: string) => writeFileSync(path.join(top, name), name);
    for (const name of ['secret.txt', 'inside-not/a.txt', 'inside/plan.pdf', 'inside/requests/a.pdf']) write(name);
    for (const name of oddNames) write(`inside/requests/${name}`);
    write('inside/requests/scans/Vertrag');
    writeFileSync(path.join(inside, 'huge.pdf'), '');
    truncateSync(path.join(inside, 'huge.pdf'), 60 * 1024 * 1024);
    const link = (target: string, name: string) => symlinkSync(target, path.join(inside, 'requests', name));
    link(path.join(top, 'secret.txt'), 'out.txt');
    link(top, 'up');
    link('scans/Vertrag', 'in.pdf');
    link('/dev/zero', 'zero.pdf');
    link('/proc/self/environ', 'environ.pdf');
    link('nowhere', 'dangling.pdf');
    link('loop.pdf', 'loop.pdf');
    if (!onWindows) execFileSync('mkfifo', [path.join(inside, 'requests', 'pipe.pdf')]);
    roots = [path.join(inside, 'requests'), inside];
  });

  after(() => rmSync(top, { recursive: true, force: true }));

  const onWindows = process.platform === 'win32';
  const oddNames = onWindows
    ? ['文件 🖋.PDF']
    : ["Vertrag “Müller” & Söhne's 50% (final) ; v2.pdf", '文件 🖋.PDF', 'a\\b.pdf', '-', ' x\n"y".pdf', '%2e%2e'];

  const read: [name: string, content: string][] = [
    ...oddNames.map((name): [string, string] => [name, `inside/requests/${name}`]),
    ['a.pdf', 'inside/requests/a.pdf'],
    ['./scans/../a.pdf', 'inside/requests/a.pdf'],
    ['scans/Vertrag', 'inside/requests/scans/Vertrag'],
    ['scans\\Vertrag', 'inside/requests/scans/Vertrag'],
    ['../plan.pdf', 'inside/plan.pdf'],
    ['plan.pdf', 'inside/plan.pdf'],
    ['in.pdf', 'inside/requests/scans/Vertrag'],
  ];
  for (const [name, content] of read) {
    it(`${JSON.stringify(name)} is read`, async () => {
      const outcome = await readNamedFile(localFiles, roots, name);
      assert.ok(outcome.kind === 'read', JSON.stringify(outcome));
      assert.equal(new TextDecoder().decode(outcome.bytes), content);
      assert.ok(name.endsWith(outcome.name) && !outcome.name.includes('/'));
    });
  }

  const refused: [name: string, reason: RegExp][] = [
    ['', /No file is named/],
    [' ', /No file is named/],
    ['a.pdf\0.txt', /NUL/],
    ['x'.repeat(5000), /longer than/],
    ['x'.repeat(300), /no such file/],
    ['/etc/hostname', /must be relative/],
    ['C:\\secret.txt', /must be relative/],
    ['\\\\server\\share\\a.pdf', /must be relative/],
    ['file:///etc/hostname', /must be relative/],
    ['../../secret.txt', /neither below/],
    ['..\\..\\secret.txt', /neither below/],
    ['../../inside-not/a.txt', /neither below/],
    ['out.txt', /neither below/],
    ['up/secret.txt', /neither below/],
    ['zero.pdf', /neither below/],
    ['environ.pdf', /neither below/],
    ['dangling.pdf', /no such file/],
    ['loop.pdf', /device, pipe or socket/],
    ['pipe.pdf', /device, pipe or socket/],
    ['.', /neither below|folder/],
    ['scans', /folder/],
    ['a.pdf/', /folder/],
    ['../huge.pdf', /larger than 50 MB/],
    ['scans/Vertrak', /no such file\. Did you mean "scans\/Vertrag"\?/],
    ['scans\\Vertrak', /Did you mean "scans\/Vertrag"\?/],
    ['plan.pfd', /Did you mean "plan\.pdf"\?/],
    ['../../secre.txt', /no such file\.$/],
    ['gone/a.pdf', /no such file\.$/],
  ];
  for (const [name, reason] of onWindows ? refused.filter(([name]) => name !== 'pipe.pdf') : refused) {
    it(`${JSON.stringify(name.slice(0, 40))} is not`, async () => {
      const outcome = await readNamedFile(localFiles, roots, name);
      assert.ok(outcome.kind === 'unreadable', JSON.stringify(outcome));
      assert.match(outcome.reason, reason);
    });
  }

  it('devices and what the kernel makes up are no files, also where everything may be read', async () => {
    for (const name of onWindows ? [] : ['dev/zero', 'dev/tty', 'proc/self/environ', 'sys/kernel/uevent_helper']) {
      assert.equal((await readNamedFile(localFiles, ['/'], name)).kind, 'unreadable', name);
    }
  });
});
