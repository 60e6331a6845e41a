import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { config, t } from '@vscode/l10n';
import fc from 'fast-check';
import { Phrasebook } from '../../../../src/core/language/phrases';
import { inEnglish, inOwnLanguage, useTexts } from '../../../../src/core/language/storedTexts';
import { runs } from '../../fixtures/runs';

const texts: Record<string, string> = JSON.parse(readFileSync('media/l10n/bundle.l10n.de.json', 'utf8'));

describe('Texts that are kept', () => {
  afterEach(() => {
    config({ contents: {} });
    useTexts({});
  });

  const speak = (contents: Record<string, string>): void => {
    config({ contents });
    useTexts(contents);
  };

  it('are English, whatever was spoken, and are said in the language of whoever reads them', () => {
    speak(texts);
    const inner = t('There are none yet.');
    const kept = inEnglish({ kind: 'odd', reason: inner, name: inner, issues: [{ message: inner, pointer: '/a' }] });
    assert.notEqual(inner, 'There are none yet.');
    const english = 'There are none yet.';
    assert.deepEqual(kept, {
      kind: 'odd',
      reason: english,
      name: inner,
      issues: [{ message: english, pointer: '/a' }],
    });
    assert.equal(inOwnLanguage(kept).reason, inner);
    speak({});
    assert.equal(inOwnLanguage(kept).reason, english);
  });

  it('are understood within others, one after the other and with values that stand in another order', () => {
    const book = new Phrasebook({
      'The file {0} lies in {1}.': 'In {1} liegt die Datei {0}.',
      'nothing at all': 'gar nichts',
      '{0}: {1}': '{0} – {1}',
      'The file {0} lies in {1}.x': '',
    });
    assert.equal(
      book.say('The file nothing at all lies in a. The file b lies in c.'),
      'In a liegt die Datei gar nichts. In c liegt die Datei b.',
    );
    assert.equal(book.say('https: //nothing'), 'https: //nothing');
  });

  it('stay as they are where nobody knows them, such as those of an older version in another language', () => {
    speak(texts);
    for (const text of ['Eine alte Meldung, die es nicht mehr gibt.', 'getaddrinfo ENOTFOUND api.example', '']) {
      assert.deepEqual(inOwnLanguage({ message: inEnglish({ message: text }).message }), { message: text });
    }
  });

  it('come back as they were said, each text with any values', () => {
    const [there, back] = [new Phrasebook(texts), Phrasebook.back(texts)];
    const keys = Object.keys(texts).filter((key) => /\p{L}{2}/u.test(key.replace(/\{\d+\}/g, '')));
    const value = fc.stringMatching(/^[a-z0-9/@-]{1,12}$/);
    const property = fc.property(
      fc.constantFrom(...keys),
      fc.array(value, { minLength: 9, maxLength: 9 }),
      (key, values) => {
        const filled = (text: string) => text.replace(/\{(\d)\}/g, (_, number) => values[Number(number)] ?? '');
        const german = filled(texts[key] ?? '');
        // Several English texts may be the same in German: then it is one of them, which says the same again.
        assert.equal(there.say(back.say(german)), german);
      },
    );
    fc.assert(property, { numRuns: runs(60) });
  });
});
