import type { ProviderAbout } from '../../core/provider';
import { sources } from './sources';

export const about = {
  id: 'evia-sign',
  title: 'EVIA Sign',
  docs: sources.editRecipients,
  rung: 'emulated',
  portOffset: 3,
} as const satisfies ProviderAbout;
