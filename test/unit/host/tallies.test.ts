import assert from 'node:assert/strict';
import { tallyText } from '../../host/run/tallies.mjs';

describe('the table of what emulators were held to', () => {
  it('adds up replies, round trips and clients, and tells each reason once', () => {
    const reason = 'The live API answers this, too.';
    const departures = [{ pointers: ['/a', '/b'], reason }];
    assert.equal(
      tallyText([
        { kind: 'reply', provider: 'toy', keys: 10, unprinted: 1, departures },
        { kind: 'reply', provider: 'toy', keys: 5, unprinted: 0, departures: [{ pointers: ['/a'], reason }] },
        { kind: 'roundTrip', provider: 'toy' },
        { kind: 'client', provider: 'toy', client: 'toy-client', calls: 3 },
        { kind: 'client', provider: 'toy', client: 'toy-client', calls: 4 },
        { kind: 'roundTrip', provider: 'acme' },
      ]),
      [
        'What the emulators were held to',
        '  Emulator  Replies  Keys  Not printed  Departures  Round trips  Clients: cases, calls',
        '  acme      0        0     0            0           1',
        '  toy       2        15    1            3           1            toy-client 2, 7',
        '',
        'Departures from official bodies',
        '  toy: The live API answers this, too. (/a, /b)',
      ].join('\n'),
    );
  });

  it('is none where nothing was held to anything', () => assert.equal(tallyText([]), ''));
});
