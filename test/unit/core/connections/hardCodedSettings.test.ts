import * as assert from 'node:assert/strict';
import { secretsInSettings } from '../../../../src/core/connections/hardCodedSettings';

const webToken = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcdefghijklmnop';
const mine = { id: 'mine', provider: 'demo-notes' };

describe('Keys and tokens in settings', () => {
  const cases: readonly (readonly [string, object, readonly string[]])[] = [
    ['variables', { variables: { token: webToken, plain: 'd-4711' } }, ['/variables/token']],
    ['members that are none of a connection', { clientSecret: 'Zk3v9Qp2Lx8Rt5Wm' }, ['/clientSecret']],
    ['members of such', { credentials: { apiKey: 'Zk3v9Qp2Lx8Rt5Wm' } }, ['/credentials/apiKey']],
    ['addresses, ids of documents and files', { baseUrl: 'https://a.test', pinned: { notes: [webToken] } }, []],
    ['names of other places', { variables: { token: '{{credentials.token}}' } }, []],
  ];
  for (const [title, members, found] of cases) {
    it(`are looked for in ${title}, of every level`, () => {
      const settings = { 'esign.connections': [{ ...mine, ...members }] };
      const own = secretsInSettings(settings).map(({ pointer }) => pointer);
      assert.deepEqual(
        own,
        found.map((pointer) => `/esign.connections/0${pointer}`),
      );
      const ofWorkspace = secretsInSettings({ settings }).map(({ pointer }) => pointer);
      assert.deepEqual(
        ofWorkspace,
        found.map((pointer) => `/settings/esign.connections/0${pointer}`),
      );
    });
  }
});
