import assert from 'node:assert/strict';
import type { Operation } from '../../../../src/core/operation';
import { buildUrl } from '../../../../src/core/requests/buildRequest';
import { parcel, parcelConnection } from '../sending/parcelProvider';

const listParcels = operation('parcel/list');

describe('buildUrl', () => {
  const prefixed = { ...parcelConnection, pathPrefix: '/parcel/v1/' };
  const rows: readonly { name: string; operation: Operation; connection: typeof parcelConnection; url: string }[] = [
    {
      name: 'keeps the default prefix',
      operation: listParcels,
      connection: parcelConnection,
      url: 'https://api.parcel.example/api/parcels',
    },
    {
      name: 'puts the prefix of the connection in its place',
      operation: listParcels,
      connection: prefixed,
      url: 'https://api.parcel.example/parcel/v1/parcels',
    },
    {
      name: 'leaves the path on another host alone, though it begins like the prefix',
      operation: { ...listParcels, host: 'login', path: '/api/login' },
      connection: prefixed,
      url: 'https://login.parcel.example/api/login',
    },
  ];
  for (const row of rows) it(row.name, () => check(row));

  function check({ operation, connection, url }: (typeof rows)[number]): void {
    const built = buildUrl(parcel, operation, connection, {});
    assert.equal(built.kind === 'address' && built.url, url);
  }
});

function operation(id: string): Operation {
  const found: Operation | undefined = parcel.operations.find((candidate) => candidate.id === id);
  assert.ok(found);
  return found;
}
