import type { ProviderEntry } from '../core/registry';
import { about as congaSign } from './conga-sign/about';
import { about as constellation1 } from './constellation1/about';
import { about as eviaSign } from './evia-sign/about';
import { about as signnow } from './signnow/about';
import { about as yousign } from './yousign/about';
import { about as yousignV3 } from './yousign-v3/about';

/** One line per provider, in the order in which lists show them. What is loaded on first use costs nothing before. */
export const providers: readonly ProviderEntry[] = [
  { ...signnow, load: async () => (await import('./signnow')).signnow },
  { ...congaSign, load: async () => (await import('./conga-sign')).congaSign },
  { ...yousign, load: async () => (await import('./yousign')).yousign },
  { ...yousignV3, load: async () => (await import('./yousign-v3')).yousignV3 },
  { ...eviaSign, load: async () => (await import('./evia-sign')).eviaSign },
  { ...constellation1, load: async () => (await import('./constellation1')).constellation1 },
];
