import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { t } from '@vscode/l10n';
import { withKeys } from '../../src/vscode/shell/contributions/shownMembers';
import { type ShownTexts, shownTexts } from './shownTexts';

/** Rooms whose texts are all said in the editor's language. */
const rooms: readonly string[] = [
  'webview/',
  'src/protocol/',
  'src/vscode/',
  'src/core/',
  'src/kit/',
  'src/node/',
  'src/extension.ts',
];

/** In a room of which the rest is not: why a value of a request was left out. */
const saidOfTranslations = /^src\/providers\/[^/]+\/translations\//;

/** The other rooms, and why nobody reads them in the editor's language. */
const otherRooms: Readonly<Record<string, string>> = {
  'src/providers/': 'What an API calls its things, and says of them, is looked up and compared.',
  'src/emulator/': 'A server answers all clients alike, and its pages stand for those of an API. It knows no editor.',
  'src/agents/': 'Assistants read it; a person is asked by the shell.',
  'src/headless/': 'What is said by it is read at the command line; the shell shows what stands in core/reports.',
  'src/cli/': 'The command line, which pipelines read.',
  'src/package/': 'Programs import it.',
  'src/reference/': 'Pages of reference, which the build writes.',
};

/**
 * Where what reads like a text is for the log, assistants, the command line or programs that read an answer, is kept and read by
 * others, is an API's own word, or is the same in all languages.
 */
const forNobody: readonly string[] = [
  'src/core/webhooks/untoldEvents.ts: The emulator does not tell this: ',
  'src/core/firstIssues.ts: Invalid input',
  'src/core/openapi/',
  'src/core/typing/byKind.ts: There is no kind',
  'src/kit/auth/',
  'src/kit/files/',
  'src/kit/seeding/',
  'src/node/emulator/disclosureLines.ts',
  'src/node/emulator/emulatorHttp.ts',
  'src/node/emulator/emulatorSites.ts',
  'src/node/emulator/foreignRefusal.ts',
  'src/node/emulator/keeping/',
  'src/node/emulator/serverReach.ts',
  'src/node/environment/',
  'src/node/webhooks/webhookReceiver.ts',
  'src/core/portable/exporting/har.ts',
  'src/core/portable/exporting/exportRuns.ts: HAR',
  'src/core/portable/exporting/exportRuns.ts: #!',
  'src/core/portable/importing/curl/curlOptions.ts: Basic {}',
  'src/core/portable/importing/curl/curlOptions.ts: Bearer {}',
  'src/core/portable/importing/readForeign.ts: a',
  'src/core/portable/snippets/',
  'src/node/http/certificates/serverCertificate.ts',
  'src/node/http/httpClient.ts: gzip, deflate, br',
  'src/node/webhooks/forwardEvent.ts: It was not handed on again: the address leads back here.',
  'src/node/webhooks/forwardEvent.ts: The application did not answer.',
  'src/core/connections/connection.ts: whoever has a certificate of ',
  'src/core/forms/editorSchema.ts',
  'src/core/forms/fileSchema.ts',
  'src/core/forms/testData/madeUpPeople.ts',
  'src/core/history/comparing/changingValue.ts',
  'src/core/limitWords.ts: an hour',
  'src/core/replies/illustration.ts: {} and {}',
  'src/core/secrets/names/wellKnownNames.ts',
  'src/core/secrets/secretValues.ts: signing link',
  'src/core/secrets/secretsOfLink.ts: signing link',
  'src/core/secrets/text/decodeLevel.ts',
  'src/core/secrets/text/searchable.ts',
  'src/core/sending/callFailed.ts: status {}',
  'src/core/sending/readReply.ts: signing link',
  'src/core/sending/rewriting/rewriting.ts: name: {}',
  'src/core/requests/foreignText.ts: a',
  'src/core/requests/references/variablesSchema.ts',
  'src/core/scenarios/checkCollection.ts',
  'src/core/scenarios/checkOperation.ts',
  'src/core/scenarios/checkRaw.ts',
  'src/core/scenarios/checkReply.ts',
  'src/core/scenarios/document/readScenario.ts: New scenario',
  'src/core/scenarios/exporting/artillery/flowWriter.ts: not ({})',
  'src/core/scenarios/exporting/artillery/writeArtillery.ts',
  'src/core/scenarios/exporting/http/',
  'src/core/scenarios/exporting/javascript/',
  'src/core/scenarios/exporting/plan/exportPlan.ts: status 401',
  'src/core/scenarios/exporting/plan/planAuthorization.ts: status 401',
  'src/core/scenarios/exporting/plan/planChecks.ts',
  'src/core/scenarios/linking/checkStep.ts: in: {}',
  'src/core/scenarios/linking/resolveSources.ts: type: arazzo',
  'src/core/scenarios/mismatches.ts',
  'src/core/scenarios/picture/actsOf.ts: link {}',
  'src/core/scenarios/picture/journeyDiagram.ts',
  'src/core/scenarios/readCases.ts',
  'src/core/scenarios/recording/',
  'src/vscode/agents/editorScenarios.ts',
  'src/vscode/agents/editorWorkplace.ts',
  'src/vscode/connections/settingsConnections.ts',
  'src/vscode/credentials/proxyAccounts.ts: Basic {}',
  'src/vscode/credentials/storedCredentials.ts: of nothing',
  'src/vscode/emulator/thread/emulatorThread.ts',
  'src/vscode/shell/page/foreignPage.ts: default-src',
  'src/vscode/shell/contributions/',
  'src/vscode/setup/draft/checkDraft.ts',
  'src/vscode/shell/log.ts',
  'src/vscode/shell/page/pageParts.ts',
  'src/protocol/words/durationText.ts: {} min {} s',
  'webview/form/frame/fieldHelp.tsx: null',
  'webview/form/state/formSession.ts: A field was shown outside a form.',
  'webview/form/table/grid/grid.tsx: minmax({}ch, 1fr)',
  'webview/kept/keptFocus.ts: input, textarea, select, button, a[href], vscode-button, vscode-link, [tabindex], [data-control]',
];

describe('Texts', () => {
  let shown: ShownTexts;
  const isRead = (place: string) => rooms.some((room) => place.startsWith(room)) || saidOfTranslations.test(place);

  before(() => {
    shown = shownTexts(['src', 'webview']);
  });

  it('are looked for in every room', () => {
    const all = readdirSync('src', { withFileTypes: true })
      .filter((entry) => entry.isDirectory() || /(?<!\.d)\.tsx?$/.test(entry.name))
      .map((entry) => `src/${entry.name}${entry.isDirectory() ? '/' : ''}`);
    assert.deepEqual(
      [...rooms, ...Object.keys(otherRooms)].filter((room) => room !== 'webview/').toSorted(),
      all.toSorted(),
    );
  });

  it('stand where they are said', () => {
    const { said } = shown;
    assert.ok(said.length > 900, 'hardly any text was found');
    assert.deepEqual(shown.unread, []);
    assert.deepEqual(
      said.filter(({ text, values }) => !takes(text, values)).map(({ text }) => text),
      [],
    );
  });

  it('leave the braces of a variable to what fills them', () => {
    const said = shown.said.filter(({ text, values }) => values > 0 && text.includes('{{'));
    assert.deepEqual(
      said.map(({ place, text }) => `${place}: ${text}`),
      [],
    );
  });

  it('are said once the language is known', () => {
    const early = shown.said.filter(({ isEarly, place }) => isEarly && isRead(place));
    assert.deepEqual(
      early.map(({ place, text }) => `${place}: ${text}`),
      [],
    );
  });

  it('are said in the language of the editor', () => {
    const unsaid = shown.unsaid.filter((text) => isRead(text) && !forNobody.some((one) => text.startsWith(one)));
    assert.deepEqual(unsaid, []);
  });

  for (const file of translations('media/l10n', /^bundle\.l10n\.\w+\.json$/)) {
    it(`are all in ${file}, with the same values, commands and code`, () => {
      checkTranslation(
        file,
        shown.said.map(({ text }) => text),
      );
    });
  }
});

/** Whether each value comes into the text. */
function takes(text: string, count: number): boolean {
  const values = Array.from({ length: count }, (_one, index) => `value ${index}`);
  const filled = t(text, ...values);
  return values.every((value) => filled.includes(value));
}

describe('Texts of package.json', () => {
  const manifest = readJson('package.json') as { readonly capabilities: object; readonly contributes: object };
  const english: string[] = [];
  const keyed = withKeys([manifest.capabilities, manifest.contributes], (text) => english.push(text));

  it('are those of package.nls.json', () => {
    assert.deepEqual([manifest.capabilities, manifest.contributes], keyed, 'run "npm run manifest"');
    assert.deepEqual(readJson('package.nls.json'), Object.fromEntries(english.map((text) => [text, text])));
  });

  for (const file of translations('.', /^package\.nls\.\w+\.json$/)) {
    it(`are all in ${file}, with the same commands and code`, () => checkTranslation(file, english));
  }
});

/** Every text and no other, each with what must stay as it is: commands, code, and the places of values. */
function checkTranslation(file: string, english: readonly string[]): void {
  const translated = readJson(file) as Readonly<Record<string, string>>;
  assert.deepEqual(Object.keys(translated).toSorted(), [...new Set(english)].toSorted());
  const kept = /\(command:[^)]*\)|`[^`]*`|\{\w+\}|\$\([\w-]+\)/g;
  const keptIn = (text: string) => (text.match(kept) ?? []).toSorted();
  const wrong = Object.entries(translated).filter(
    ([text, other]) => other.trim() === '' || keptIn(text).join() !== keptIn(other).join(),
  );
  assert.deepEqual(wrong, []);
}

function translations(folder: string, name: RegExp): readonly string[] {
  const found = readdirSync(folder).filter((file) => name.test(file));
  assert.ok(found.length > 0, 'no language was found');
  return found.map((file) => `${folder}/${file}`);
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
