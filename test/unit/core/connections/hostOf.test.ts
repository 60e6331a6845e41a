import assert from 'node:assert/strict';
import { hostOf } from '../../../../src/core/connections/connection';

describe('Another host of an API', () => {
  const rows: readonly (readonly [baseUrl: string, hosts: Readonly<Record<string, string>>, host: string])[] = [
    ['https://api.example', { login: 'https://login.example' }, 'https://login.example'],
    ['https://api.example/rest', {}, 'https://api.example/rest'],
    ['https://team.example/one', { login: 'https://login.example' }, 'https://login.example'],
    ['http://127.0.0.1:4010', {}, 'http://127.0.0.1:4010'],
    ['http://127.0.0.1:4010/one', {}, 'http://127.0.0.1:4010/one'],
    ['http://localhost:4010/one', {}, 'http://localhost:4010/one'],
    ['http://127.0.0.1:4010/one', { login: 'http://127.0.0.1:4020' }, 'http://127.0.0.1:4020'],
  ];
  for (const [baseUrl, hosts, host] of rows) {
    it(`of ${baseUrl} with ${JSON.stringify(hosts)} is ${host}`, () =>
      assert.equal(hostOf({ baseUrl, hosts }, 'login'), host));
  }
});
