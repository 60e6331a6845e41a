import type { Provider } from '../../../core/provider';
import type { FaultsByProvider } from '../../../headless/emulator/standingFaults';
import { UsageError } from '../../surroundings';

export async function faultsIn(texts: readonly string[], providers: readonly Provider[]): Promise<FaultsByProvider> {
  const { readWishedFault, standingFaults } = await import('../../../headless/emulator/standingFaults');
  const read = standingFaults(providers, texts.map(readWishedFault));
  if ('problem' in read) throw new UsageError(`--fault ${texts[read.index]}: ${read.problem}`);
  return read;
}
