import assert from 'node:assert/strict';
import { createEmulator } from '../../../src/emulator/engine';
import { form, handle, start } from './callEmulator';
import { demoDefinition, demoProvider } from './demoProvider';

describe('signing', () => {
  it('shows who signs what', () => {
    const page = String(handle(start(), { path: '/sign/first', query: { name: '<b>"Ann"</b>' } }).body);
    assert.match(page, /E-Sign Workbench emulator<\/b> — nothing here is legally binding/);
    assert.match(page, /&lt;b&gt;&quot;Ann&quot;&lt;\/b&gt; signs as <strong>Reader<\/strong>/);
    assert.match(page, /<h2>Note first<\/h2>/);
    assert.match(page, /value="finish"/);
    assert.match(page, /value="decline"/);
    assert.doesNotMatch(page, /<script|<img|<b>"Ann|src=|url\(/);
  });

  it('allows the page nothing but its own style and forms', () => {
    const first = handle(start(), { path: '/sign/first' });
    const policy = first.headers?.['content-security-policy'] ?? '';
    const nonce = /style-src 'nonce-([0-9a-f]{32})'/.exec(policy)?.[1];
    assert.match(policy, /^default-src 'none';.*base-uri 'none'$/);
    assert.ok(String(first.body).includes(`<style nonce="${nonce}">`));
  });

  const endings: readonly (readonly [string, string, number, RegExp])[] = [
    ['finish', 'action=finish', 200, /You have signed/],
    ['decline', 'action=decline&reason=no+<time>', 200, /You have declined/],
    ['neither', 'action=other', 400, /Finish or decline\?/],
  ];
  for (const [name, body, status, text] of endings) {
    it(`answers ${name}`, () => {
      const reply = handle(start(), { method: 'POST', path: '/sign/first', headers: form, body });
      assert.equal(reply.status, status);
      assert.match(String(reply.body), text);
    });
  }

  const redirects: readonly (readonly [redirect: string, location: string | undefined])[] = [
    ['https://shop.example/done?a=1', 'https://shop.example/done?a=1'],
    ['http://127.0.0.1:1/done', 'http://127.0.0.1:1/done'],
    ['myapp://done', undefined],
    ['javascript:alert(1)', undefined],
    ['https://bro ken', undefined],
  ];
  for (const [redirect, location] of redirects) {
    it(`${location === undefined ? 'does not follow' : 'follows'} ${redirect}`, () => {
      const reply = handle(start(), {
        method: 'POST',
        path: '/sign/first',
        query: { redirect },
        headers: form,
        body: 'action=finish',
      });
      assert.equal(reply.status, location === undefined ? 200 : 302);
      assert.equal(reply.headers?.['location'], location);
      assert.doesNotMatch(String(reply.body), /href="(?!https?:)/);
    });
  }

  it('is not declined where nobody may', () => {
    const { signing } = demoDefinition;
    const strict = {
      ...demoDefinition,
      signing: {
        ...signing,
        visit: (context: Parameters<NonNullable<typeof signing>['visit']>[0]) => {
          const visit = signing?.visit(context);
          return visit && { ...visit, mayDecline: false as const };
        },
        finish: () => ({}),
        decline: () => assert.fail('It was declined.'),
      },
    };
    const emulator = createEmulator(demoProvider, strict);
    assert.doesNotMatch(String(handle(emulator, { path: '/sign/first' }).body), /decline/i);
    const decline = { method: 'POST', path: '/sign/first', headers: form, body: 'action=decline' };
    assert.equal(handle(emulator, decline).status, 403);
    assert.equal(handle(emulator, { path: '/sign/first' }).status, 200);
  });

  it('can be done once', () => {
    const emulator = start();
    const finish = { method: 'POST', path: '/sign/first', headers: form, body: 'action=finish' };
    handle(emulator, finish);
    const again = handle(emulator, finish);
    assert.equal(again.status, 410);
    assert.match(String(again.body), /You have signed already/);
    assert.match(String(again.body), /1 of 1 done/);
  });

  it('says that a link is not known', () => {
    const reply = handle(start(), { path: '/sign/nothing' });
    assert.equal(reply.status, 404);
    assert.match(String(reply.body), /This link is not known/);
  });
});
