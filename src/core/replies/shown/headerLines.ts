import type { HeaderLine } from '../../../protocol/reply';
import type { Headers } from '../../http';

export function headerLines(headers: Headers): readonly HeaderLine[] {
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}
