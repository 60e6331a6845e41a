import assert from 'node:assert/strict';
import * as z from 'zod';
import { inSchemaCase } from '../../../src/emulator/bodies/schemaCase';
import type { JsonValue } from '../../../src/protocol/json';

const schema = z.object({
  UserName: z.string().optional(),
  Kind: z.enum(['signature', 'Date']).optional(),
  OTP: z.object({ IsRequired: z.boolean() }).nullable().optional(),
  Stamps: z.array(z.object({ Type: z.literal('text') })).optional(),
  free: z.record(z.string(), z.string()).optional(),
});

describe('names and constants in the case of the schema', () => {
  const rows: readonly (readonly [name: string, given: JsonValue, expected: JsonValue])[] = [
    ['names', { userName: 'Kim', USERNAME: 'Lee' }, { UserName: 'Lee' }],
    ['the documented spelling first', { UserName: 'Kim', username: 'Lee' }, { UserName: 'Kim', username: 'Lee' }],
    ['constants', { kind: 'Signature' }, { Kind: 'signature' }],
    ['constants that are none', { kind: 'stamp' }, { Kind: 'stamp' }],
    ['what is inside', { otp: { isrequired: true } }, { OTP: { IsRequired: true } }],
    ['null', { otp: null }, { OTP: null }],
    ['items', { stamps: [{ type: 'TEXT' }] }, { Stamps: [{ Type: 'text' }] }],
    ['texts stay as they are', { userName: 'KIM' }, { UserName: 'KIM' }],
    ['names that nobody documents', { other: { UserName: 'x' } }, { other: { UserName: 'x' } }],
    ['names of entries', { free: { Key: 'Value' } }, { free: { Key: 'Value' } }],
    ['what is no object', 'text', 'text'],
    ['a prototype is a name like any other', JSON.parse('{"__proto__": 1}'), JSON.parse('{"__proto__": 1}')],
  ];
  for (const [name, given, expected] of rows) {
    it(name, () => assert.deepEqual(inSchemaCase(schema, given), expected));
  }

  it('leaves everything alone without a schema', () => {
    assert.deepEqual(inSchemaCase(undefined, { A: 1 }), { A: 1 });
  });
});
