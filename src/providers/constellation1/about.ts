import type { ProviderAbout } from '../../core/provider';
import { sources } from './sources';

export const about = {
  id: 'constellation1',
  title: 'Constellation1 eSign',
  docs: sources.overview,
  rung: 'emulated',
  portOffset: 4,
} as const satisfies ProviderAbout;
