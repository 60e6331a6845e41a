/** What has happened since the start or the last reset. */
export interface EmulatorCounts {
  requests: number;
  /** Answered with a status of 400 and above. */
  refused: number;
  signed: number;
  declined: number;
}

export function noCounts(): EmulatorCounts {
  return { requests: 0, refused: 0, signed: 0, declined: 0 };
}
