import type { ProviderAbout } from '../../core/provider';
import { sources } from './sources';

export const about = {
  id: 'yousign',
  title: 'Yousign v2',
  docs: sources.manual,
  notice:
    'Yousign has retired this API: v2 stopped working in production in December 2024, and v3 is a different API. Here it works with the emulator and with base URLs of your own.',
  rung: 'emulated',
  portOffset: 2,
} as const satisfies ProviderAbout;
