import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Provider } from '../../../../src/core/provider';
import type { FormEdit, FormField } from '../../../../src/protocol/form';
import { valueAt } from '../../../../src/protocol/pointer';
import { providers } from '../../../../src/providers';
import { questionsOfKind } from '../../../../src/vscode/credentials/credentialFields';
import { checkDraft, modelOf } from '../../../../src/vscode/setup/draft/checkDraft';
import { KeptDrafts } from '../../../../src/vscode/setup/draft/keptDrafts';
import { SetUpDraft, type SetUpSubject } from '../../../../src/vscode/setup/draft/setUpDraft';
import { noticesOf } from '../../../../src/vscode/setup/page/setUpNotices';
import { newSubject } from '../../fixtures/newSubject';
import { runs } from '../../fixtures/runs';

function subjectOf(provider: Provider, more: Partial<SetUpSubject> = {}): SetUpSubject {
  return { ...newSubject(provider), ...more };
}

function set(pointer: string, value: string): FormEdit {
  return { kind: 'set', pointer, value };
}

function messages(draft: SetUpDraft, pointer: string): readonly string[] {
  return checkDraft(draft)
    .issues.filter((issue) => issue.pointer === pointer)
    .map(({ message }) => message);
}

/** Those of each kind, without the constant that tells it. */
function credentialFields(provider: Provider): readonly (readonly FormField[])[] {
  const [field] = modelOf(new SetUpDraft(subjectOf(provider))).sections[1]?.fields ?? [];
  if (field?.kind === 'group') return [field.fields];
  if (field?.kind !== 'variant') return [];
  return field.variants.map(({ fields }) => fields.filter(({ key }) => key !== 'kind'));
}

describe('What outlives the form of a connection', () => {
  const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcdefghijklmnop';

  it('is what was filled in, and no secret, wherever it was typed', async () => {
    for (const { load } of providers) {
      const one = await load();
      const values = new Map<string, unknown>();
      const workspaceState = {
        keys: () => [...values.keys()],
        get: <T>(key: string, fallback?: T) => (values.get(key) ?? fallback) as T,
        update: async (key: string, value: unknown) => void values.set(key, value),
      };
      const drafts = new KeptDrafts({ workspaceState });
      const draft = new SetUpDraft(subjectOf(one));
      const secrets = one.auth.kinds.flatMap((kind) => questionsOfKind(kind)).filter(({ secret }) => secret);
      draft.apply([
        set('/connection/title', 'Mine'),
        set('/connection/baseUrl', 'https://anna:hunter2@a.example'),
        { kind: 'set', pointer: '/connection/variables', value: [{ name: 'api_key', value: token }] },
        ...secrets.map(({ name }) => set(`/credentials/${name}`, `typed-${token}`)),
      ]);
      await drafts.keep({ provider: one.id, title: 'New', text: draft.text });
      const written = JSON.stringify([...values]);
      assert.ok(!/hunter2|eyJ|typed-/.test(written), written);
      const kept = drafts.of({ provider: one.id }) ?? assert.fail('nothing is kept');
      const again = new SetUpDraft(subjectOf(one), kept.text);
      assert.equal(valueAt(again.values, '/connection/title'), 'Mine');
      await drafts.drop({ provider: one.id });
      assert.deepEqual(drafts.all(), []);
    }
  });
});

describe('The draft of a connection', () => {
  let all: readonly Provider[];
  let provider: Provider;

  before(async () => {
    all = await Promise.all(providers.map((entry) => entry.load()));
    const [first] = all;
    assert.ok(first);
    provider = first;
  });

  it('begins with the first environment of every provider, named by environment and host', () => {
    for (const one of all) {
      const draft = new SetUpDraft(subjectOf(one));
      const [environment] = one.environments;
      if (environment === undefined) continue;
      assert.equal(draft.setting.environment, environment.id);
      const host = new URL(environment.baseUrl).host;
      assert.equal(draft.setting.title, `${environment.title} · ${host}`);
      assert.ok(checkDraft(draft).isUsable, one.id);
      assert.equal(checkDraft(draft).isComplete, false, one.id);
    }
  });

  it('takes by what recipients are replaced, and complains at the entry', () => {
    const before = { id: 'a', provider: provider.id, environment: provider.environments[0]?.id ?? '' };
    const draftOf = (rewriteRecipients: string | readonly string[]) =>
      new SetUpDraft(subjectOf(provider, { before: { ...before, rewriteRecipients } }));
    assert.deepEqual(draftOf('me+*@company.example, +33600000000').setting.rewriteRecipients, [
      'me+*@company.example',
      '+33600000000',
    ]);
    const [message, ...others] = messages(draftOf(['me+*@company.example', 'me']), '/connection/rewriteRecipients/1');
    assert.match(message ?? '', /^It cannot be used: it is no address/);
    assert.deepEqual(others, []);
  });

  it('warns of a key among the variables, and takes it', () => {
    const before = {
      id: 'a',
      provider: provider.id,
      environment: provider.environments[0]?.id ?? '',
      variables: { document: 'd1', api_key: '0123456789abcdef0123456789abcdef' },
    };
    const draft = new SetUpDraft(subjectOf(provider, { before }));
    assert.match(messages(draft, '/connection/variables/1/value').join(), /looks like a key or token/);
    assert.deepEqual(messages(draft, '/connection/variables/0/value'), []);
    assert.ok(checkDraft(draft).isUsable);
  });

  it('has a field for each credential of each kind, and secrets are typed only', () => {
    for (const one of all) {
      const lists = credentialFields(one);
      const shown = lists.map((fields) => fields.map(({ key, ...field }) => [key, 'writeOnly' in field]));
      const asked = one.auth.kinds.map((kind) => questionsOfKind(kind).map(({ name, secret }) => [name, secret]));
      assert.deepEqual(shown, asked, one.id);
    }
  });

  it('never shows a secret that was typed or kept', () => {
    void fc.assert(
      fc.property(fc.nat(), fc.string({ minLength: 12 }), (pick, noise) => {
        const one = all[pick % all.length];
        assert.ok(one);
        const secret = `s3cret-${noise}`;
        for (const kind of one.auth.kinds) {
          const secrets = questionsOfKind(kind).filter((field) => field.secret);
          const kept = Object.fromEntries(secrets.map(({ name }) => [name, secret]));
          const draft = new SetUpDraft(subjectOf(one));
          draft.apply([{ kind: 'set', pointer: '/credentials', value: { kind: kind.id, ...kept } }]);
          draft.apply(secrets.map(({ name }) => set(`/credentials/${name}`, secret)));
          const edited = new SetUpDraft(subjectOf(one, { kept }));
          for (const { values } of [draft, edited]) assert.ok(!JSON.stringify(values).includes('s3cret-'));
          assert.ok(!JSON.stringify([draft.setting, checkDraft(draft), modelOf(draft)]).includes('s3cret-'));
          assert.equal(
            Object.values(draft.credentials).filter((text) => text === secret.trim()).length,
            secrets.length,
          );
        }
      }),
      { numRuns: runs(10) },
    );
  });

  it('keeps what was typed when another kind or environment is chosen, and chosen again', () => {
    const [kind, other] = provider.auth.kinds;
    assert.ok(kind && other);
    const [name = ''] = questionsOfKind(kind).flatMap((field) => (field.secret ? [field.name] : []));
    const draft = new SetUpDraft(subjectOf(provider));
    draft.apply([set(`/credentials/${name}`, 'a-secret'), set('/connection/environment', 'custom')]);
    draft.apply([set('/connection/baseUrl', 'https://api.example.com')]);
    for (const id of [other.id, kind.id])
      draft.apply([{ kind: 'set', pointer: '/credentials', value: { kind: id, [name]: { secret: 'typed' } } }]);
    const [environment] = provider.environments;
    draft.apply([set('/connection/environment', environment?.id ?? '')]);
    assert.equal(draft.setting.baseUrl, undefined);
    draft.apply([set('/connection/environment', 'custom')]);
    assert.equal(draft.setting.baseUrl, 'https://api.example.com');
    assert.equal(draft.credentials[name], 'a-secret');
    assert.deepEqual(valueAt(draft.values, `/credentials/${name}`), { secret: 'typed' });
  });

  it('says at the field what is wrong, and nothing of a credential that is right', () => {
    const draft = new SetUpDraft(subjectOf(provider));
    draft.apply([set('/connection/environment', 'custom')]);
    assert.equal(messages(draft, '/connection/baseUrl').length, 1);
    draft.apply([set('/connection/baseUrl', 'http://api.example.com')]);
    assert.match(messages(draft, '/connection/baseUrl').join(), /use https/);
    draft.apply([set('/connection/baseUrl', 'https://api.example.com')]);
    assert.deepEqual(messages(draft, '/connection/baseUrl'), []);
    draft.apply([
      { kind: 'append', pointer: '/connection/variables', value: { name: 'a b', value: '' } },
      { kind: 'append', pointer: '/connection/variables', value: { name: 'folder', value: '7' } },
      { kind: 'append', pointer: '/connection/variables', value: { name: 'folder', value: '8' } },
    ]);
    assert.match(messages(draft, '/connection/variables/0/name').join(), /Names are made of/);
    assert.deepEqual(messages(draft, '/connection/variables/1/name'), []);
    assert.match(messages(draft, '/connection/variables/2/name').join(), /Another variable/);
    const [kind] = provider.auth.kinds;
    const [secret] = kind === undefined ? [] : questionsOfKind(kind).filter((field) => field.secret);
    draft.apply([set(`/credentials/${secret?.name}`, '"in quotes"')]);
    assert.match(messages(draft, `/credentials/${secret?.name}`).join(), /stands in quotes/);
  });

  it('follows the address with its name until somebody writes one', () => {
    const taken = { takenTitles: ['127.0.0.1:4010'], takenIds: ['127-0-0-1-4010'] };
    const draft = new SetUpDraft(subjectOf(provider, taken));
    draft.apply([set('/connection/environment', 'custom'), set('/connection/baseUrl', 'http://127.0.0.1:4010')]);
    assert.equal(draft.setting.title, '127.0.0.1:4010 (2)');
    assert.equal(draft.setting.id, '127-0-0-1-4010-2');
    draft.apply([set('/connection/title', 'My server')]);
    draft.apply([set('/connection/baseUrl', 'http://127.0.0.1:4020/api')]);
    assert.equal(draft.setting.title, 'My server');
    assert.equal(draft.setting.id, 'my-server');
    draft.apply([set('/connection/title', '127.0.0.1:4010')]);
    assert.match(messages(draft, '/connection/title').join(), /Another connection/);
  });

  it('writes a setting back as it was, with what no field shows', () => {
    const [environment] = provider.environments;
    const before = {
      id: 'team',
      provider: provider.id,
      title: 'Team',
      ...(environment !== undefined && { environment: environment.id }),
      variables: { folder: '7', other: '' },
      pinned: { documents: ['one'] },
    };
    const draft = new SetUpDraft(subjectOf(provider, { before }));
    assert.deepEqual(draft.setting, before);
    const moved = { ...before, environment: environment?.id ?? '', baseUrl: 'https://api.example.com' };
    const { environment: _, ...custom } = moved;
    assert.deepEqual(new SetUpDraft(subjectOf(provider, { before: moved })).setting, custom);
  });

  it('takes a typed secret in the place of a kept one, and the kept one again when it is emptied', () => {
    const [kind] = provider.auth.kinds;
    assert.ok(kind);
    const kept = Object.fromEntries(questionsOfKind(kind).map(({ name }) => [name, `kept-${name}`]));
    const draft = new SetUpDraft(subjectOf(provider, { kept }));
    assert.deepEqual(draft.credentials, kept);
    assert.equal(draft.isCredentialsChanged, false);
    const [secret] = questionsOfKind(kind).filter((field) => field.secret);
    const pointer = `/credentials/${secret?.name}`;
    draft.apply([set(pointer, 'another')]);
    assert.equal(draft.credentials[secret?.name ?? ''], 'another');
    assert.ok(draft.usesKept && draft.isCredentialsChanged);
    draft.apply([{ kind: 'remove', pointer }]);
    assert.deepEqual(draft.credentials, kept);
  });
});

describe('Certificates of a connection', () => {
  const all = providers.map(({ load }) => load());
  const withTests = async () =>
    (await Promise.all(all)).flatMap((provider) => {
      const [live, test] = [true, false].map((is) => provider.environments.find((one) => (one.live === true) === is));
      return live === undefined || test === undefined ? [] : [{ provider, live: live.id, test: test.id }];
    });

  it('are checked where a connection becomes live, which is said in the form', async () => {
    const cases = await withTests();
    assert.ok(cases.length > 0);
    for (const { provider, live, test } of cases) {
      const before = { id: 'mine', provider: provider.id, environment: test, tls: { checkCertificates: false } };
      const draft = new SetUpDraft(subjectOf(provider, { before }));
      assert.ok(checkDraft(draft).isUsable, provider.id);
      assert.equal(noticesOf(draft, false)[0]?.kind, 'error');
      draft.apply([set('/connection/environment', live)]);
      assert.ok(!checkDraft(draft).isUsable, provider.id);
      assert.match(messages(draft, '/connection/tls').join(), /never left out/);
    }
  });

  it('are files that the setting names, and nothing of what is empty', async () => {
    for (const provider of await Promise.all(all)) {
      const draft = new SetUpDraft(subjectOf(provider));
      draft.apply([{ kind: 'set', pointer: '/connection/tls', value: { caFile: '/etc/ca.pem', keyFile: '' } }]);
      assert.deepEqual(draft.setting.tls, { caFile: '/etc/ca.pem' });
      draft.apply([{ kind: 'set', pointer: '/connection/tls', value: { caFile: '', pkcs12File: '' } }]);
      assert.equal(draft.setting.tls, undefined);
      draft.apply([{ kind: 'set', pointer: '/connection/tls', value: { keyFile: '/etc/key.pem' } }]);
      assert.match(messages(draft, '/connection/tls').join(), /a key and no certificate/);
    }
  });
});
