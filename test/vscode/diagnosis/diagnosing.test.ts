import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnose } from '../../../src/core/diagnosis/diagnose';
import { diagnosisText } from '../../../src/core/diagnosis/diagnosisText';
import { DiagnosisDocuments } from '../../../src/vscode/diagnosis/diagnosisDocuments';
import { demoProvider } from '../../unit/emulator/demoProvider';
import { createTestServices, type TestServices } from '../testServices';

describe('Diagnose Connection', () => {
  let services: TestServices;
  beforeEach(() => {
    services = createTestServices();
  });
  afterEach(() => services.dispose());

  it('tries the emulator step by step, and shows the result as a document that cannot be changed', async () => {
    const connection = await services.connections.find(demoProvider, 'emulator');
    assert.ok(!('kind' in connection));
    const ports = await services.sender.diagnosisPorts();
    const diagnosis = await diagnose({ provider: demoProvider, connection }, ports);
    assert.equal(
      diagnosis.steps.find(({ verdict }) => verdict === 'failed'),
      undefined,
      diagnosisText(diagnosis),
    );
    const documents = new DiagnosisDocuments(services.context, 'esign-diagnosis-test');
    await documents.show(diagnosis);
    const shown = vscode.window.activeTextEditor?.document;
    assert.equal(shown?.getText(), diagnosisText(diagnosis));
    assert.equal(shown?.uri.scheme, 'esign-diagnosis-test');
    assert.equal(vscode.window.tabGroups.activeTabGroup.activeTab?.isPreview, false);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    documents.dispose();
    const later = new DiagnosisDocuments(services.context, 'esign-diagnosis-test');
    assert.equal(shown && later.provideTextDocumentContent(shown.uri), diagnosisText(diagnosis));
    later.dispose();
  });
});
