/** How long something that is not ours may take, in milliseconds, each by what waits. */
export const waitsOutside = {
  /** Git, which may ask a slow disk. */
  gitMs: 5_000,
  /** For a webhook that comes in whole, and for whoever is handed one. */
  eventMs: 30_000,
} as const;
