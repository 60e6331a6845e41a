import { t } from '@vscode/l10n';
import type { JourneyStep } from '../../src/protocol/pages/journey';
import type { Tone } from '../ui/chip';
import type { IconName } from '../ui/icon';

type Status = JourneyStep['status'];

export const statusIcons: Readonly<Record<Status, IconName>> = {
  planned: 'circle',
  running: 'circle',
  passed: 'check',
  failed: 'error',
  handled: 'warning',
  skipped: 'skipped',
};

export const statusTones: Readonly<Record<Status, Tone>> = {
  planned: 'neutral',
  running: 'neutral',
  passed: 'good',
  failed: 'bad',
  handled: 'neutral',
  skipped: 'neutral',
};

export function statusWord(status: Status): string {
  switch (status) {
    case 'planned':
      return t('Not run yet');
    case 'running':
      return t('Running');
    case 'passed':
      return t('Passed');
    case 'failed':
      return t('Failed');
    case 'handled':
      return t('Failed, and went on');
    case 'skipped':
      return t('Skipped');
  }
}
