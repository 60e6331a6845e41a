import type { ProviderLoaders } from '../core/registry';

/** One line per provider. They are loaded on first use: none costs anything at activation. */
export const providers = {
  signnow: async () => (await import('./signnow')).signnow,
} satisfies ProviderLoaders;
