import assert from 'node:assert/strict';
import { describeFault } from '../../../../src/core/scenarios/caseFault';
import { readCases } from '../../../../src/core/scenarios/readCases';
import { foreignWords } from '../../foreignWords';

/** Texts that are no case files, with what is said of them. */
const refused: Readonly<Record<string, readonly [text: string, said: readonly RegExp[]]>> = {
  'what is no JSON': ['[{]', [/^f: /]],
  'what is no list': ['{}', [/^f: The file must hold a list of cases\./]],
  'an item that is no case': ['[1]', [/^f\/0: A case must be an object\./]],
  'a case without an operation': ['[{"name":"a"}]', [/^f\/0\/operation: Operation is required\./]],
  'a name that is no text': ['[{"name":1,"operation":"x"}]', [/^f\/0\/name: 1 is a number; write "1"\./]],
  'a name that nobody knows': [
    '[{"name":"a","operation":"x","repply":{}}]',
    [/^f\/0\/repply: "repply" is not known here\. Did you mean "reply"\? Rename "repply" to "reply"\.$/],
  ],
  'a status that is no number': [
    '[{"name":"a","operation":"x","reply":{"status":"200"}}]',
    [/^f\/0\/reply\/status: "200" is text; write 200\./],
  ],
  'a step of no kind': [
    '[{"name":"a","operation":"x","given":[{"wait":1}]}]',
    [
      /^f\/0\/given\/0: A step needs one of "send", "sign", "decline", "answer", "visit", "advanceMinutes", "switchOn", "switchOff"\./,
    ],
  ],
  'a step that lacks something': [
    '[{"name":"a","operation":"x","after":[{"visit":"{{link}}"}]}]',
    [/^f\/0\/after\/0\/status: Status is required\./],
  ],
  'a step back in time': [
    '[{"name":"a","operation":"x","given":[{"advanceMinutes":-1}]}]',
    [/^f\/0\/given\/0\/advanceMinutes: Advance minutes must be /],
  ],
  'a step of a collection': [
    '[{"name":"a","collection":"x","given":[{"sign":1}]}]',
    [/^f\/0\/given\/0\/sign: 1 is a number; write "1"\./],
  ],
  'two slips': [
    '[{"name":1,"operation":"x"},{"collection":"y"}]',
    [/^f\/0\/name: /, /^f\/1\/name: Name is required\./],
  ],
};

describe('case files', () => {
  for (const [name, [text, said]] of Object.entries(refused)) {
    it(`refuse ${name}, and say where`, () => {
      const read = readCases(text);
      assert.ok(read.kind === 'unreadable');
      const lines = read.faults.map((fault) => describeFault('f', fault));
      assert.equal(lines.length, said.length, lines.join('\n'));
      for (const [index, pattern] of said.entries()) assert.match(lines[index] ?? '', pattern);
      for (const line of lines) assert.doesNotMatch(line, foreignWords);
    });
  }

  it('are read with the place of each case', () => {
    const text = '[{"name":"a","operation":"x","given":[{"send":"y"}]},{"name":"b","collection":"z","id":"1"}]';
    assert.deepEqual(readCases(text), {
      kind: 'read',
      cases: [
        { kind: 'operation', pointer: '/0', item: { name: 'a', operation: 'x', given: [{ send: 'y' }] } },
        { kind: 'collection', pointer: '/1', item: { name: 'b', collection: 'z', id: '1' } },
      ],
    });
  });
});
