import type { ProviderAbout } from '../../core/provider';
import { sources } from './sources';

export const about = {
  id: 'conga-sign',
  title: 'Conga Sign',
  docs: sources.signers,
  rung: 'emulated',
  portOffset: 1,
} as const satisfies ProviderAbout;
