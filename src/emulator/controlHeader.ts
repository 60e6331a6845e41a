/** A page of another site cannot set this header, so it cannot change the emulator either. */
export const controlHeader = 'x-esign-emulator';
