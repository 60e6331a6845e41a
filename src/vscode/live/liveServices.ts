import type { DocumentServices } from '../documents/documentServices';
import type { OpenReplies } from '../replies/openReplies';

export interface LiveServices extends DocumentServices {
  readonly replies: OpenReplies;
}
