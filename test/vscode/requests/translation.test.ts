import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { FormToWebview, Message } from '../../../src/protocol/messages';
import type { FormState } from '../../../src/protocol/pages/formState';
import { RequestForm } from '../../../src/vscode/requests/form/requestForm';
import { RequestSession } from '../../../src/vscode/requests/session/requestSession';
import { toyEntries } from '../../unit/fixtures/toyTranslation';
import { FakePanel } from '../fakePanel';
import { createTestServices, type TestServices, when } from '../testServices';
import { openUntitled } from '../untitledText';
import { shownStates } from './shownStates';

const letter = {
  operation: 'ink/create-letter',
  connection: 'production',
  path: { desk: 'oak' },
  body: { subject: 'Hello' },
};

describe('A request made into one of another provider', () => {
  let services: TestServices;
  const open: vscode.Disposable[] = [];

  beforeEach(() => {
    services = createTestServices(toyEntries());
  });

  afterEach(async () => {
    for (const disposable of open.splice(0)) disposable.dispose();
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await services.dispose();
  });

  it('opens beside it and says what became of the values until that is dismissed', async () => {
    const first = show(await openUntitled(JSON.stringify(letter)));
    const offered = await first.until(({ translations }) => translations.length > 0);
    assert.deepEqual(offered.translations, [{ to: 'twine/create-parcel', title: 'Open as Twine parcel' }]);
    assert.equal(offered.origin, undefined);
    first.panel.say({ type: 'translate' });
    const made = await when(vscode.workspace.onDidOpenTextDocument, () =>
      vscode.workspace.textDocuments.find((one) => one.getText().includes('twine/create-parcel')),
    );
    assert.match(made.uri.path, /Create a parcel.*\.esign\.json$/);
    assert.deepEqual(JSON.parse(made.getText()), {
      operation: 'twine/create-parcel',
      connection: 'production',
      path: { depot: '' },
      body: { label: 'Hello', speed: 'slow', language: 'en' },
    });
    const second = show(made);
    const shown = await second.until(({ origin }) => origin !== undefined);
    assert.equal(shown.origin?.title, 'Create a letter (Ink)');
    assert.deepEqual(shown.origin?.leftOut, [{ title: 'Desk', why: 'Parcels come from depots.' }]);
    second.panel.say({ type: 'dismissOrigin' });
    await second.until(({ origin }) => origin === undefined);
  });

  interface Shown {
    readonly panel: FakePanel<Message<FormToWebview>>;
    until(look: (state: FormState & { kind: 'form' }) => boolean): Promise<FormState & { kind: 'form' }>;
  }

  function show(document: vscode.TextDocument): Shown {
    const panel = new FakePanel<Message<FormToWebview>>();
    const session = new RequestSession(services, document);
    open.push(new RequestForm(services, session, panel.panel), session);
    panel.say({ type: 'ready' });
    return {
      panel,
      until: (look) =>
        when(panel.onDidPost, () => {
          const state = shownStates(panel.posted).at(-1)?.state;
          return state?.kind === 'form' && look(state) && state;
        }),
    };
  }
});
