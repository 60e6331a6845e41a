import assert from 'node:assert/strict';
import { ProviderRegistry } from '../../../../src/core/registry';
import { formatRequestFile, parseRequestFile } from '../../../../src/core/requests/requestFile';
import { type ConnectionCandidate, translateRequest } from '../../../../src/core/translation/translateRequest';
import { toyEntries } from '../../fixtures/toyTranslation';

const registry = new ProviderRegistry(toyEntries());
const [sandbox, live, emulator] = [
  { id: 'sandbox', live: false },
  { id: 'production', live: true },
  { id: 'emulator', live: false },
];

describe('translateRequest', () => {
  const rows: readonly [given: string, candidates: readonly ConnectionCandidate[], made: string][] = [
    ['production', [emulator, sandbox, live], 'production'],
    ['sandbox', [live, sandbox], 'sandbox'],
    ['staging', [live, sandbox, emulator], 'sandbox'],
    ['staging', [live], 'production'],
    ['staging', [], 'staging'],
  ];
  for (const [given, candidates, made] of rows) {
    it(`${given} among ${candidates.map(({ id }) => id).join(', ') || 'none'} is ${made}, and another one is said`, async () => {
      const { request, report } = await translate(`{"connection":"${given}"}`, candidates);
      assert.equal(request.connection, made);
      assert.equal(
        report.filled.some(({ to }) => to === '/connection'),
        made !== given,
      );
    });
  }

  const spellings = ['2.0', '2e0', '12345678901234567890', '0.10', '-0'];
  for (const spelling of spellings) {
    it(`${spelling} is written as it was`, async () => {
      const body = `{"body":{"subject":"Hi","pages":${spelling},"readers":[{"first":"Ann","seals":[1,${spelling},3]}]}}`;
      const { request, report } = await translate(body, [sandbox]);
      const text = formatRequestFile(request);
      for (const { from, to } of report.mapped.filter((move) => /pages|seals/.test(move.from))) {
        assert.ok(text.includes(spelling), `${from} to ${to}: ${text}`);
      }
      assert.ok(report.mapped.some(({ from }) => from.endsWith('/seals')));
    });
  }
});

function translate(content: string, candidates: readonly ConnectionCandidate[]) {
  const text = `{"operation":"ink/create-letter","connection":"sandbox",${content.slice(1)}`;
  const read = parseRequestFile(text);
  const [translation] = registry.translations;
  assert.ok(read.kind === 'parsed' && translation);
  return translateRequest(registry, translation, read.request, () => candidates);
}
