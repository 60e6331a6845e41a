/** Of the settings that are whole numbers, as the manifest has them: the editor warns, and keeps what was written. */
export const settingBounds = {
  'emulator.portBase': { minimum: 0, maximum: 65_000 },
  'history.maxEntries': { minimum: 100, maximum: 1_000_000 },
  'send.connectTimeoutSeconds': { minimum: 1, maximum: 600 },
  'send.totalTimeoutSeconds': { minimum: 1, maximum: 3600 },
  'send.maxReplyMegabytes': { minimum: 1, maximum: 50 },
} as const;
export type NumberSetting = keyof typeof settingBounds;

/** Whether a setting can be used as it was written. */
export function isWithinBounds(key: NumberSetting, value: unknown): value is number {
  const { minimum, maximum } = settingBounds[key];
  return typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum;
}
