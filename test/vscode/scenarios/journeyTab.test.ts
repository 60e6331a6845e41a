import * as assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { JourneyToWebview, Message } from '../../../src/protocol/messages';
import { OpenReplies } from '../../../src/vscode/replies/openReplies';
import { JourneyPanel } from '../../../src/vscode/scenarios/picture/journeyPanel';
import { Journeys } from '../../../src/vscode/scenarios/picture/journeys';
import { FakePanel } from '../fakePanel';
import { createTestServices, type TestServices } from '../testServices';

type Posted = Message<JourneyToWebview>;

const workflowOf = (workflowId: string) => `  - workflowId: ${workflowId}
    steps:
      - stepId: rest
        operationId: list-notes
`;
const scenario = `arazzo: 1.0.1
info: {title: Notes, version: '1'}
sourceDescriptions:
  - {name: api, url: 'esign:demo-notes'}
workflows:
${workflowOf('first')}${workflowOf('second')}`;

describe('The tab with the picture of a journey, in the next session', () => {
  let services: TestServices;
  let panel: JourneyPanel;
  let uri: vscode.Uri;

  beforeEach(() => {
    services = createTestServices();
    const file = join(services.storage, 'notes.arazzo.yaml');
    writeFileSync(file, scenario);
    uri = vscode.Uri.file(file);
    panel = opened();
  });

  afterEach(() => services.dispose());

  function opened(): JourneyPanel {
    const made = new JourneyPanel({ ...services, replies: new OpenReplies(services) }, new Journeys());
    services.context.subscriptions.push(made);
    return made;
  }

  async function restored(kept: unknown, into = panel) {
    const tab = new FakePanel<Posted>();
    let isClosed = false;
    tab.onDidDispose(() => {
      isClosed = true;
    });
    await into.restore(tab.panel, kept);
    tab.say({ type: 'ready' });
    return { isClosed, told: tab.posted.at(-1) };
  }

  it('shows the workflow that it showed, and says what brings it back once more', async () => {
    const kept = { uri: uri.toString(), workflowId: 'second' };
    const { told } = await restored(kept);
    assert.ok(told?.state.kind === 'journey');
    assert.deepEqual([told.state.workflowId, told.state.outcome, told.state.steps.length], ['second', 'planned', 1]);
    assert.deepEqual(told.kept, kept);
    assert.deepEqual((await restored(told.kept, opened())).told, told);
  });

  it('says which file it was where that is gone', async () => {
    const { told, isClosed } = await restored({ uri: `${uri}`.replace('notes', 'gone'), workflowId: 'first' });
    assert.ok(!isClosed && told?.state.kind === 'unreadable');
    assert.equal(told.state.file, 'gone.arazzo.yaml');
  });

  it('is closed where it kept nothing that can be drawn, or another is open already', async () => {
    const kept = { uri: uri.toString(), workflowId: 'first' };
    for (const wrong of [undefined, {}, { ...kept, uri: 'file:///etc/hosts' }, { ...kept, uri: '1 2:3' }, { uri: 7 }])
      assert.ok((await restored(wrong)).isClosed, JSON.stringify(wrong));
    assert.ok(!(await restored(kept)).isClosed);
    assert.ok((await restored(kept)).isClosed);
  });
});
