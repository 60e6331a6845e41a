import type { EmulatedRequest, EmulatorDefinition } from '../../core/emulation';
import type { AbsentCall } from '../../core/provider';
import type { Answer } from './answer';

/** As an address that does not exist is refused, with the words that it does. */
export function refuseAbsent(
  definition: Pick<EmulatorDefinition, 'unknownRoute'>,
  request: EmulatedRequest,
  absent: AbsentCall,
): Answer {
  const { method, path, title } = absent;
  const advice = `This emulator does not have the call "${title}" (${method} ${path}). The API does.`;
  return { ...definition.unknownRoute(request, advice), absent };
}
