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

describe('a page that asks before it shows anything', () => {
  /** Lets in whoever answers both questions, and nobody after three wrong answers. */
  function asking() {
    let [wrong, isKnown] = [0, false];
    const signing = demoDefinition.signing;
    assert.ok(signing);
    return createEmulator(demoProvider, {
      ...demoDefinition,
      signing: {
        ...signing,
        visit: (context) => {
          const visit = signing.visit(context);
          if (visit?.state !== 'open' || isKnown) return visit;
          return {
            ...visit,
            state: wrong >= 3 ? 'locked' : 'challenged',
            questions: [
              { text: 'Which <city>?', isMasked: false },
              { text: 'Which sport?', isMasked: true },
            ],
          };
        },
        answer: (_context, [city, sport]) => {
          isKnown = city === 'Rome' && sport === 'golf';
          if (!isKnown) wrong += 1;
        },
        enter: ({ path, query }) => {
          if (path !== '/enter') return undefined;
          const { name } = query;
          return name === undefined ? { body: { session: 's1' } } : { path: `/sign/first?name=${name}` };
        },
      },
    });
  }

  const page = { path: '/sign/first' };
  const send = (emulator: ReturnType<typeof asking>, body: string) =>
    handle(emulator, { ...page, method: 'POST', headers: form, body });
  const act = (emulator: ReturnType<typeof asking>, body: object) =>
    handle(emulator, { method: 'POST', path: '/__emulator/sign', headers: { 'x-esign-emulator': '1' }, body });

  it('shows the questions and nothing of the documents', () => {
    const shown = handle(asking(), page);
    assert.equal(shown.status, 200);
    assert.match(String(shown.body), /Which &lt;city&gt;\?<\/label>\s*<input id="answer-0" name="answer" type="text"/);
    assert.match(String(shown.body), /id="answer-1" name="answer" type="password"/);
    assert.doesNotMatch(String(shown.body), /Note first|value="finish"/);
  });

  it('lets in whoever answers right, and nobody finishes before', () => {
    const emulator = asking();
    assert.equal(send(emulator, 'action=finish').status, 403);
    assert.equal(send(emulator, 'action=answer&answer=Rome&answer=chess').status, 403);
    const right = send(emulator, 'action=answer&answer=Rome&answer=golf');
    assert.equal(right.status, 200);
    assert.match(String(right.body), /value="finish"/);
    assert.equal(send(emulator, 'action=finish').status, 200);
  });

  it('says that it is locked after too many wrong answers', () => {
    const emulator = asking();
    for (const status of [403, 403, 410]) assert.equal(send(emulator, 'action=answer&answer=x').status, status);
    assert.match(String(handle(emulator, page).body), /You are locked out/);
  });

  it('is answered by a program as by a person', () => {
    const emulator = asking();
    const link = 'http://127.0.0.1:4010/sign/first';
    const states = [
      act(emulator, { link, action: 'finish' }),
      act(emulator, { link, action: 'answer', answers: ['Rome'] }),
      act(emulator, { link, action: 'answer', answers: ['Rome', 'golf'] }),
      act(emulator, { link, action: 'answer', answers: [] }),
      act(emulator, { link, action: 'finish' }),
    ].map(({ status, body }) => [status, (body as { state: string }).state]);
    assert.deepEqual(states, [
      [409, 'challenged'],
      [200, 'challenged'],
      [200, 'open'],
      [409, 'open'],
      [200, 'used'],
    ]);
  });

  it('is led to by an address that is no page, for people and programs', () => {
    const emulator = asking();
    const led = handle(emulator, { path: '/enter', query: { name: 'Bo' } });
    assert.deepEqual([led.status, led.headers?.['location']], [302, 'http://127.0.0.1:4010/sign/first?name=Bo']);
    assert.deepEqual(handle(emulator, { path: '/enter' }).body, { session: 's1' });
    const link = 'http://127.0.0.1:4010/enter?name=Bo';
    assert.deepEqual(act(emulator, { link, action: 'open' }).body, {
      state: 'challenged',
      signer: { name: 'Bo', email: 'ann@example.com', role: 'Reader' },
    });
  });
});
