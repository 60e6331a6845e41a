import assert from 'node:assert/strict';
import vm from 'node:vm';
import { resolveConnection } from '../../src/core/connections/resolveConnection';
import type { Operation } from '../../src/core/operation';
import type { Provider } from '../../src/core/provider';
import { ProviderRegistry } from '../../src/core/registry';
import { buildUrl } from '../../src/core/requests/buildRequest';
import { apisText } from '../../src/core/scenarios/exporting/javascript/apisText';
import { providers } from '../../src/providers';

const registry = new ProviderRegistry(providers);

/* Behind a gateway, or on the shared port of somebody else's emulator, all of an API is below one address. */
for (const { id } of registry.entries) {
  describe(`other hosts of ${id} at an address of somebody else's`, () => {
    let provider: Provider;
    before(async () => {
      const found = await registry.provider(id);
      assert.ok(found);
      provider = found;
    });

    it('are below its path', () => {
      const baseUrl = `https://team.example/emulators/${id}`;
      for (const url of urlsAt(baseUrl)) assert.ok(url.startsWith(`${baseUrl}/`), url);
    });

    it('are beside the start of paths that a base URL may be written with', () => {
      for (const prefix of provider.pathPrefix?.known ?? []) {
        const written = urlsAt(`https://team.example/one${prefix}`, ({ host }) => host !== undefined);
        assert.deepEqual(
          written,
          urlsAt('https://team.example/one', ({ host }) => host !== undefined),
        );
      }
    });

    function urlsAt(baseUrl: string, isMeant: (operation: Operation) => boolean = () => true) {
      const connection = resolveConnection(provider, { id: 'mine', provider: id, baseUrl });
      assert.ok('baseUrl' in connection && !('kind' in connection), JSON.stringify(connection));
      return provider.operations.filter(isMeant).map((operation) => {
        const names = Object.keys(operation.request.path?.shape ?? {});
        const built = buildUrl(provider, operation, connection, {
          path: Object.fromEntries(names.map((name) => [name, 'x'])),
        });
        return built.kind === 'address' ? built.url : JSON.stringify(built);
      });
    }
  });
}

describe('Other hosts in exported files', () => {
  const apis = {
    one: {
      ...{
        title: 'One',
        variable: 'ONE_BASE_URL',
        fallback: 'https://api.one.example',
        live: ['https://live.example'],
      },
      ...{ hosts: { login: 'https://login.one.example' }, credentials: {} },
    },
  };
  const rows: readonly (readonly [given: string, host: string])[] = [
    ['', 'https://login.one.example'],
    ['https://team.example/one', 'https://team.example/one'],
    ['https://team.example/one/', 'https://team.example/one'],
    ['http://127.0.0.1:4010/one', 'http://127.0.0.1:4010/one'],
  ];
  for (const [given, host] of rows) {
    it(`are at ${host} with "${given}"`, () => {
      const environment = given === '' ? {} : { ONE_BASE_URL: given };
      const text = `const apis = ${JSON.stringify(apis)};\nconst readEnvironment = () => (${JSON.stringify(environment)});\n`;
      assert.equal(vm.runInNewContext(`${text}${apisText}\nhostOf('one', 'login');`), host);
    });
  }
});
