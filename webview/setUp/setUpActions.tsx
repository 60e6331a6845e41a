import { t } from '@vscode/l10n';
import type { SetUpTest } from '../../src/protocol/pages/setUp';
import { Button } from '../ui/controls/button';
import { TextButton } from '../ui/controls/quietButton';
import { ProgressRing } from '../ui/progressRing';

export interface SetUpActionsProps {
  readonly test: SetUpTest;
  readonly onTest: () => void;
  readonly onCancel: () => void;
  readonly onSave: (untested: boolean) => void;
}

/** What was tested just now need not be tested again. */
export function SetUpActions({ test, onTest, onCancel, onSave }: SetUpActionsProps) {
  if (test.kind === 'running') {
    return (
      <div class="set-up-actions">
        <ProgressRing label={t('Testing')} small />
        <Button onClick={onCancel} icon="stop" action="cancelTest">
          {t('Cancel')}
        </Button>
      </div>
    );
  }
  const works = test.kind === 'passed';
  return (
    <div class="set-up-actions">
      <Button primary icon="save" onClick={() => onSave(works)} action="save">
        {works ? t('Save') : t('Test and save')}
      </Button>
      <Button icon="play" onClick={onTest} action="test">
        {test.kind === 'none' ? t('Test') : t('Test again')}
      </Button>
      {!works && (
        <TextButton onClick={() => onSave(true)} action="saveUntested">
          {t('Save without a test')}
        </TextButton>
      )}
    </div>
  );
}
