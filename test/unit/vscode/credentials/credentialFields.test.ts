import assert from 'node:assert/strict';
import * as z from 'zod';
import { questionsOfKind } from '../../../../src/vscode/credentials/credentialFields';

describe('Questions for credentials', () => {
  const kind = {
    id: 'key',
    title: 'Key',
    fields: z.object({
      user: z.string().min(3).meta({ title: 'User name', description: 'Of the account.' }),
      key: z.string().min(1).meta({ title: 'Key', secret: true }),
      scope: z.string().optional(),
    }),
  };
  const [user, key, scope] = questionsOfKind(kind);

  it('take titles, descriptions and secrecy from the fields', () => {
    assert.deepEqual([user?.title, user?.prompt, user?.secret], ['User name', 'User name: Of the account.', false]);
    assert.deepEqual([key?.title, key?.prompt, key?.secret], ['Key', 'Key', true]);
    assert.deepEqual([scope?.title, scope?.secret], ['scope', false]);
  });

  it('refuse what the fields refuse, and nothing else', () => {
    assert.equal(user?.check(''), 'User name is needed.');
    assert.ok(user?.check('ab'));
    assert.equal(user?.check('abc'), undefined);
    assert.equal(scope?.check(''), undefined);
  });

  it('say what cannot be meant, and never repeat it', () => {
    assert.match(key?.check('Bearer abc') ?? '', /^Key begins with a word such as "Bearer".*: leave it out\.$/);
    assert.match(key?.check('<key>') ?? '', /^Key is a placeholder: put the value itself in its place\.$/);
  });
});
