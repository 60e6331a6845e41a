import type { OpenHistory } from '../../core/history/entry';
import type { ProviderRegistry } from '../../core/registry';
import type { SendingServices } from '../sending/sender';

export interface ReplyServices extends SendingServices {
  readonly registry: ProviderRegistry;
  readonly history: OpenHistory;
}
