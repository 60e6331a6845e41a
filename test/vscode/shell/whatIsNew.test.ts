import * as assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { tellWhatIsNew } from '../../../src/vscode/shell/news/whatIsNew';

describe('After an update', () => {
  const folder = mkdtempSync(join(tmpdir(), 'esign-update-'));
  const context = {
    extensionUri: vscode.Uri.file(folder),
    extension: { packageJSON: { version: '0.3.0' } },
  } as unknown as vscode.ExtensionContext;
  const said: string[] = [];
  const window = vscode.window as { showInformationMessage: unknown };
  const own = window.showInformationMessage;

  before(() => {
    writeFileSync(
      join(folder, 'changelog.md'),
      '# Changelog\n\n## 0.3.0\n\n### Fixed\n\n- A fault.\n\n## 0.2.0\n\n### Added\n\n- A thing.\n',
    );
    window.showInformationMessage = async (text: string) => void said.push(text);
  });

  after(() => {
    window.showInformationMessage = own;
    rmSync(folder, { recursive: true });
  });

  it('says what came since the version that was used before', async () => {
    await tellWhatIsNew(context, '0.1.0');
    assert.deepEqual(said, ['E-Sign Workbench is 0.3.0 now, with 1 new thing.']);
  });

  it('says nothing where there is nothing to see', async () => {
    said.length = 0;
    await tellWhatIsNew(context, '0.2.0');
    assert.deepEqual(said, []);
  });
});
