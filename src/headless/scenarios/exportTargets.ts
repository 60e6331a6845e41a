/** What scenarios can be written as. */
export const exportTargets = ['k6', 'artillery', 'http', 'vitest'] as const;
export type ExportTarget = (typeof exportTargets)[number];
