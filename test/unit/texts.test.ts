import assert from 'node:assert/strict';
import { shownTexts } from './shownTexts';

/** Folders whose texts are all said in the editor's language. */
const folders: readonly string[] = [];

/** What reads like a text, and is shown to nobody. */
const forNobody: readonly string[] = [];

describe('Texts', () => {
  const shown = [
    shownTexts('webview/tsconfig.json', ['webview/', 'src/protocol/']),
    shownTexts('tsconfig.json', ['src/vscode/']),
  ];
  const isRead = (place: string) => folders.some((folder) => place.startsWith(folder));

  it('stand where they are said', () => {
    const said = shown.flatMap((one) => one.said);
    assert.ok(said.length > 900, 'hardly any text was found');
    assert.deepEqual(
      shown.flatMap(({ unread }) => unread),
      [],
    );
    assert.deepEqual(
      said.filter(({ text, values }) => [...text.matchAll(/\{\d\}/g)].length < values).map(({ text }) => text),
      [],
    );
  });

  it('are said once the language is known', () => {
    const early = shown.flatMap(({ said }) => said).filter(({ isEarly, place }) => isEarly && isRead(place));
    assert.deepEqual(
      early.map(({ place, text }) => `${place}: ${text}`),
      [],
    );
  });

  it('are said in the language of the editor', () => {
    const unsaid = shown.flatMap((one) => one.unsaid).filter((text) => isRead(text) && !forNobody.includes(text));
    assert.deepEqual(unsaid, []);
  });
});
