import type { ProviderAbout } from '../../core/provider';
import { sources } from './sources';

export const about = {
  id: 'signnow',
  title: 'signNow',
  docs: sources.embeddedSigning,
  rung: 'emulated',
  portOffset: 0,
} as const satisfies ProviderAbout;
