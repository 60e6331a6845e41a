import assert from 'node:assert/strict';
import { environmentProxies } from '../../../../src/node/http/routes/environmentProxies';

/** `list`: NO_PROXY. Addresses of `straight` go straight to their server, those of `through` do not. */
const rows: readonly {
  readonly list: string;
  readonly straight: readonly string[];
  readonly through: readonly string[];
}[] = [
  {
    list: '',
    straight: ['http://localhost', 'http://a.localhost', 'http://127.9.9.9:1', 'http://[::1]:1'],
    through: ['https://a.example', 'https://10.0.0.1'],
  },
  {
    list: '<-loopback>',
    straight: [],
    through: ['http://localhost', 'http://127.0.0.1:1', 'http://[::1]', 'https://a.example'],
  },
  { list: '*', straight: ['https://a.example', 'https://10.0.0.1'], through: [] },
  {
    list: 'a.example, B.Example',
    straight: [
      'https://a.example',
      'https://A.EXAMPLE',
      'https://a.example.',
      'https://x.y.a.example',
      'https://b.example:8443',
    ],
    through: ['https://aa.example', 'https://a.example.com', 'https://example'],
  },
  { list: '.a.example', straight: ['https://a.example', 'https://x.a.example'], through: ['https://aa.example'] },
  { list: '*.a.example', straight: ['https://a.example', 'https://x.a.example'], through: ['https://xa.example'] },
  {
    list: 'a.example:8443',
    straight: ['https://a.example:8443'],
    through: ['https://a.example', 'https://a.example:844'],
  },
  {
    list: 'a.example:443 b.example:80',
    straight: ['https://a.example', 'http://b.example'],
    through: ['https://b.example'],
  },
  {
    list: '10.0.0.0/8,192.0.2.7',
    straight: ['https://10.9.8.7', 'https://192.0.2.7'],
    through: ['https://11.0.0.1', 'https://192.0.2.8', 'https://10.example'],
  },
  { list: '192.0.2.7:8443', straight: ['https://192.0.2.7:8443'], through: ['https://192.0.2.7'] },
  {
    list: '2001:db8::/32 [2001:db9::1]:8443',
    straight: ['https://[2001:db8::5]', 'https://[2001:db9::1]:8443'],
    through: ['https://[2001:db9::1]', 'https://[2001:dba::1]'],
  },
  { list: '[::2]', straight: ['https://[::2]', 'https://[::2]:8443'], through: ['https://[::3]'] },
  { list: '*:8080', straight: ['https://a.example:8080', 'http://10.0.0.1:8080'], through: ['https://a.example'] },
  {
    list: '.a.example:8443, *.b.example:8443',
    straight: ['https://a.example:8443', 'https://x.a.example:8443', 'https://x.b.example:8443'],
    through: ['https://a.example', 'https://x.a.example', 'https://aa.example:8443'],
  },
  {
    list: '*a.example',
    straight: ['https://a.example', 'https://aa.example', 'https://x.a.example'],
    through: ['https://a.example.com'],
  },
  {
    list: '10.0.0.0/8:8443 [2001:db8::/32]:8443 [2001:db9::]/32',
    straight: ['https://10.1.2.3:8443', 'https://[2001:db8::5]:8443', 'https://[2001:db9::5]:1'],
    through: ['https://10.1.2.3', 'https://11.1.2.3:8443', 'https://[2001:db8::5]', 'https://[2001:dba::5]:8443'],
  },
  {
    list: ' <-loopback> ,\t[::1] , 127.0.0.1:8080\n,, localhost:8080 ',
    straight: ['http://[::1]', 'http://[::1]:1', 'http://127.0.0.1:8080', 'http://localhost:8080'],
    through: ['http://127.0.0.1', 'http://localhost', 'https://a.example'],
  },
  { list: ':8080,*:,**,*.,.,*:x', straight: [], through: ['https://a.example:8080', 'https://a.example'] },
  { list: 'bücher.example', straight: ['https://xn--bcher-kva.example'], through: ['https://b.example'] },
  {
    list: '10.0.0.0/,0.0.0.0/0x0,10.0.0.0/+8,10.0.0.0/8/9,::/ a.example/24 ann@a.example http://a.example a.example:',
    straight: [],
    through: ['https://10.0.0.1', 'https://[2001:db8::5]', 'https://a.example'],
  },
  { list: '10.0.0.0/99,,%%%,/', straight: [], through: ['https://10.0.0.1', 'https://a.example'] },
];

describe('proxies of the environment', () => {
  for (const { list, straight, through } of rows) {
    it(`reads NO_PROXY "${list}"`, () => {
      const proxyFor = environmentProxies({ ALL_PROXY: 'http://proxy.example', NO_PROXY: list });
      for (const address of straight) assert.equal(proxyFor(address), undefined, address);
      for (const address of through) assert.ok(proxyFor(address), address);
    });
  }

  const choices: readonly (readonly [env: Record<string, string>, address: string, source: string | undefined])[] = [
    [{ HTTPS_PROXY: 'a', https_proxy: 'b' }, 'https://a.example', 'https_proxy'],
    [{ HTTPS_PROXY: 'a', ALL_PROXY: 'b' }, 'https://a.example', 'HTTPS_PROXY'],
    [{ HTTP_PROXY: 'a' }, 'https://a.example', undefined],
    [{ HTTP_PROXY: 'a', all_proxy: 'b' }, 'https://a.example', 'all_proxy'],
    [{ HTTPS_PROXY: ' ' }, 'https://a.example', undefined],
    [{ HTTPS_PROXY: 'a', no_proxy: 'a.example', NO_PROXY: 'b.example' }, 'https://a.example', undefined],
  ];
  for (const [env, address, source] of choices) {
    it(`of ${Object.keys(env).join(' and ')} takes ${source ?? 'none'} for ${address}`, () => {
      assert.equal(environmentProxies(env)(address)?.source, source);
    });
  }

  it('shows a proxy without its credentials, and takes them as they were typed', () => {
    for (const [text, password] of [
      ['http://ann:p%40ss@proxy.example:3128', 'p@ss'],
      ['http://ann:100%@proxy.example:3128', '100%'],
      ['ann:secret@proxy.example:3128', 'secret'],
    ] as const) {
      const found = environmentProxies({ HTTPS_PROXY: text })('https://a.example');
      assert.equal(found?.address.shown, 'http://proxy.example:3128');
      assert.equal(decodeURIComponent(found.address.url.password), password);
    }
  });
});
