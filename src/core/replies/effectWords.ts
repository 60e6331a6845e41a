import type { ProblemText } from '../../protocol/reply';

/** What is said after a call that changes something and whose answer did not come. */
export function effectWords(lookWith: string | undefined): ProblemText {
  return {
    title: 'It may have taken effect',
    cause: 'The request went out, and the API’s answer did not come back.',
    nextStep: `Look before you send it again: ${lookWith === undefined ? 'in the account, or in a list of the API' : `with “${lookWith}”`}.`,
  };
}
