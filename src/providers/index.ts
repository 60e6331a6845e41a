import type { ProviderLoaders } from '../core/registry';

/** One line per provider. They are loaded on first use: none costs anything at activation. */
export const providers = {
  signnow: async () => (await import('./signnow')).signnow,
  'conga-sign': async () => (await import('./conga-sign')).congaSign,
  yousign: async () => (await import('./yousign')).yousign,
  'evia-sign': async () => (await import('./evia-sign')).eviaSign,
  constellation1: async () => (await import('./constellation1')).constellation1,
} satisfies ProviderLoaders;
