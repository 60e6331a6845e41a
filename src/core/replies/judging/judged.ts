import type { Operation } from '../../operation';
import type { Provider } from '../../provider';

export interface Judged {
  readonly provider: Provider;
  readonly operation: Operation;
}
