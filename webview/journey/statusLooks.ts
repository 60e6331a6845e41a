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
