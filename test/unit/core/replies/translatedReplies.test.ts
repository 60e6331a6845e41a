import assert from 'node:assert/strict';
import { config } from '@vscode/l10n';
import * as z from 'zod';
import { differenceLine } from '../../../../src/core/replies/differenceLines';
import { describeForeign } from '../../../../src/core/replies/foreignReplies';
import { illustrationRemarks, illustrativeHeader } from '../../../../src/core/replies/illustration';
import { alikeTogether, departureSentences, departuresFrom } from '../../../../src/core/replies/judging/departures';
import type { Foreign } from '../../../../src/core/replies/judging/verdict';
import { fewCallsLeft, rateLimitFacts, tryAgainText } from '../../../../src/core/replies/retryTime';
import { Translated } from '../../../e2e/harness/translated';

const file = 'media/l10n/bundle.l10n.de.json';
const now = Date.UTC(2026, 10, 26, 23, 0, 0);

const foreign: readonly (readonly [Foreign, status: number])[] = [
  [{ kind: 'cutOff' }, 200],
  [{ kind: 'damaged' }, 200],
  [{ kind: 'packed', encoding: 'zstd' }, 200],
  [{ kind: 'redirect', target: undefined }, 302],
  [{ kind: 'redirect', target: 'https://other.example/' }, 302],
  [{ kind: 'choices' }, 300],
  [{ kind: 'notModified' }, 304],
  [{ kind: 'useProxy' }, 305],
  [{ kind: 'unusedStatus' }, 306],
  [{ kind: 'proxySignIn' }, 407],
  [{ kind: 'proxySignIn' }, 511],
  [{ kind: 'page', title: '' }, 200],
  [{ kind: 'page', title: 'Login' }, 502],
  [{ kind: 'empty' }, 200],
  [{ kind: 'empty' }, 502],
  [{ kind: 'wrapped', side: 'around' }, 200],
  [{ kind: 'tooDeep' }, 200],
  [{ kind: 'notJson', found: 'XML' }, 200],
  [{ kind: 'otherShape', found: 'XML' }, 404],
];

/* What is said of a reply in the language of the editor, with nothing of ours left in English. */
describe('A reply in another language', () => {
  const german = new Translated(file);

  before(() => config({ fsPath: file }));
  after(() => config({ contents: {} }));

  const isGerman = (texts: readonly (string | undefined)[]): void => {
    assert.ok(texts.length > 0 && texts.every((text) => text !== undefined && text !== ''));
    assert.deepEqual(
      texts.flatMap((text) => german.leftIn(text ?? '')),
      [],
    );
  };

  for (const [what, status] of foreign) {
    it(`says why it is not the API's: ${JSON.stringify(what)}, ${status}`, () => {
      const { title, cause, nextStep } = describeForeign(what, status);
      isGerman([title, cause, nextStep]);
    });
  }

  it('says when to try again, and what is left', () => {
    const left = { 'x-ratelimit-limit-day': '5', 'x-ratelimit-remaining-day': '1', 'ratelimit-reset': '200000' };
    assert.equal(tryAgainText({ 'retry-after': '37' }, now), 'Versuchen Sie es in 37 Sekunden noch einmal.');
    assert.equal(fewCallsLeft(left), '1 von 5 Anfragen dieses Tages sind übrig.');
    assert.equal(rateLimitFacts(left, now), '1 von 5 Anfragen dieses Tages sind übrig, neu gezählt wird in 2 Tagen.');
  });

  it('says how it differs from its documentation', () => {
    const schema = z.object({ id: z.string(), rows: z.array(z.object({ name: z.string() })), state: z.enum(['a']) });
    const { differences } = departuresFrom(schema, { id: 1, rows: [{}, {}], state: 'b' });
    const extra = alikeTogether([{ kind: 'extra', path: ['more'], found: 'text', documented: null }], false);
    isGerman(departureSentences(differences));
    isGerman([...differences, ...extra].map((one) => differenceLine(one).text));
    // What is saved of them is read by people of all languages.
    assert.deepEqual(
      differences.map(({ found, documented }) => [found, documented]),
      [
        ['number', 'text'],
        ['nothing', 'text'],
        ['text', null],
      ],
    );
    assert.ok(departureSentences(differences).some((one) => one.endsWith('fehlt (2 Stellen).')));
  });

  it('says what an emulator made up', () => {
    isGerman(illustrationRemarks({ [illustrativeHeader]: 'status, code, message' }));
  });
});
