import type { DocumentDetail } from '../../core/documents';
import type { EmulatedReply } from '../../core/emulation';
import type { Provider } from '../../core/provider';
import type { LoggedContent } from '../../protocol/pages/loggedContent';
import type { SignerAct } from '../actAsSigner';
import type { EmulatorCounts } from '../counts';
import type { Delivery, DeliveryFilter } from '../deliveries/deliveries';
import type { Disturbance } from '../deliveries/disturbances';
import type { ListedDocument } from '../describeDocument';
import type { Faults } from '../faults/faults';
import type { RequestLog } from '../inspector/requestLog';
import type { SignerPage } from '../signers';
import type { Switches } from '../switches';
import type { Clock } from '../tools';
import type { WorldControls } from '../worlds';

export interface Controlled {
  readonly provider: Provider;
  readonly startedAt: number;
  readonly clock: Pick<Clock, 'now'>;
  /** What is to be sent again is due earlier then. */
  runClock(speed: number): void;
  readonly mode: { isStrict: boolean };
  advance(ms: number): void;
  counts(): EmulatorCounts;
  signers(): readonly SignerPage[];
  deliveries(filter: DeliveryFilter): readonly Delivery[];
  /** False where nothing of that id was sent. */
  sendAgain(id: string): boolean;
  disturb(disturbance: Disturbance): void;
  /** Not there where the API has a call for it. */
  readonly registerVendorWebhook: ((url: string | undefined) => void) | undefined;
  /** All, or the one with an id. */
  documents(id: string | undefined): readonly ListedDocument[];
  readonly faults: Faults;
  describe(collection: string, id: string): DocumentDetail | undefined;
  readonly switches: Switches;
  /** Not there where there is one state alone. */
  readonly worlds: WorldControls | undefined;
  readonly log: RequestLog;
  /** Headers and bodies of the request with this number, secrets masked. */
  logged(number: number): LoggedContent | undefined;
  /** Of a page. */
  nonce(): string;
  act(act: SignerAct): EmulatedReply;
  reset(): void;
  snapshot(): unknown;
  /** Why it cannot be taken over. */
  restore(snapshot: unknown): string | undefined;
}
