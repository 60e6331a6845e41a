import type { Rung } from './provider';

/** What a person is told of how far an API is taken. */
interface RungWords {
  /** What is missing, in few words; not there when nothing is. */
  readonly lacks?: string;
  readonly sentence: string;
}

export const rungWords: Readonly<Record<Rung, RungWords>> = {
  described: {
    lacks: 'requests only',
    sentence: 'Requests can be filled in, checked and sent. Documents are not listed, and there is no emulator.',
  },
  listed: {
    lacks: 'no emulator',
    sentence: 'Requests can be filled in, checked and sent, and documents are listed. There is no emulator.',
  },
  emulated: {
    sentence: 'Requests can be filled in, checked and sent, documents are listed, and there is an emulator.',
  },
};
