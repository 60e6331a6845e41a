import type { ProviderAbout } from '../../core/provider';
import { sources } from './sources';

export const about = {
  id: 'yousign-v3',
  title: 'Yousign v3 (Youtrust)',
  docs: sources.docs,
  rung: 'emulated',
  portOffset: 5,
} as const satisfies ProviderAbout;
