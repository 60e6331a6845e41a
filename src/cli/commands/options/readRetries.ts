import { UsageError } from '../../surroundings';

export function readRetries(text: string | undefined): number {
  if (text === undefined) return 0;
  if (!/^(?:10|\d)$/.test(text)) throw new UsageError(`--retry needs a number from 0 to 10, not "${text}".`);
  return Number(text);
}
