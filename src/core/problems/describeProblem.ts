import type { Issue } from '../../protocol/form';
import type { ProblemText } from '../../protocol/reply';
import { countOfIssues, listedIssues } from '../forms/checks/moreIssues';
import { quotable } from '../quoting/oneLine';
import { longestFact, longestIssue, quotableFacts } from '../quoting/quotableFacts';
import { shortened } from '../quoting/shortened';
import { effectWords } from '../replies/effectWords';
import { describeQuestion } from '../sending/asking/question';
import type { RefusedRewriting } from '../sending/rewriting/rewriteRecipients';
import { type ByKind, callByKind } from '../typing/byKind';
import { describeHttpFailure, wentNowhere } from './describeHttpFailure';
import type { Problem, TitleOf } from './problem';

/** The one place where a problem is put into words. Without titles of their own, places are named by their pointers. */
export function describeProblem(problem: Problem, titleOf: TitleOf = (pointer) => pointer): ProblemText {
  return callByKind(descriptions, quotableFacts(problem), (pointer) => quotable(titleOf(pointer), longestFact));
}

const rewritingFaults: Readonly<Record<RefusedRewriting, { readonly cause: string; readonly nextStep: string }>> = {
  unclear: {
    cause: 'what stands there cannot be read as addresses, and may reach somebody',
    nextStep: 'Write plain addresses with commas between them',
  },
  noAlias: {
    cause: 'no address of yours is there for it',
    nextStep: 'Add a pattern such as me+*@company.example to what replaces recipients',
  },
  shared: {
    cause: 'the address of yours for it is already that of somebody else in the same request',
    nextStep: 'Use a pattern such as me+*@company.example, or say whose is which: anna@example.com=me@company.example',
  },
  name: {
    cause: 'an address is the name of a property, which is never changed',
    nextStep: 'Name the property otherwise',
  },
  phone: {
    cause: 'it is a phone number where none can be replaced or left out',
    nextStep: 'Add a number of your own to what replaces recipients',
  },
  unfitName: {
    cause: 'the field of this name does not take the one that stands in its place',
    nextStep: 'Choose another name: … in what replaces recipients',
  },
};

const descriptions: ByKind<Problem, [titleOf: TitleOf], ProblemText> = {
  unreadableRequest: (problem) => ({
    title: 'The request file cannot be read',
    cause: problem.detail,
    nextStep: 'Mend the JSON in the text editor, or start from a new request.',
  }),
  unknownOperation: (problem) => ({
    title: `There is no operation "${problem.operation}"`,
    cause: 'The file names an operation that no provider has.',
    nextStep:
      problem.meant === undefined || problem.meant.length === 0
        ? 'Choose one of the operations that completion offers, or run "esign operations".'
        : `Did you mean ${problem.meant.join(' or ')}?`,
  }),
  invalidRequest: ({ issues }, titleOf) => ({
    title: invalidTitle(issues.filter(({ severity }) => severity === 'error')),
    cause: listedIssues(
      issues,
      ({ pointer, message }) => `${titleOf(pointer)}: ${shortened(message, longestIssue)}`,
    ).join('\n'),
    nextStep: 'Nothing was sent. Mend the values and send again.',
  }),
  unknownConnection: (problem) => ({
    title: `There is no connection "${problem.connection}"`,
    cause: `No connection of ${problem.provider} has this id.`,
    nextStep: 'Choose another connection for the request, or add this one.',
  }),
  notOpened: (problem) => ({
    title: `"${problem.connection}" of ${problem.provider} is not open to assistants`,
    cause:
      'Nothing was sent. An assistant uses the emulator alone until a person opens another connection for this session.',
    nextStep: problem.opening,
  }),
  invalidBaseUrl: (problem) => ({
    title: 'The base URL cannot be used',
    cause: `"${problem.baseUrl}": ${problem.reason}`,
    nextStep: 'Enter an address such as https://api.example.com.',
  }),
  invalidPathPrefix: (problem) => ({
    title: 'The path prefix of the connection cannot be used',
    cause: `"${problem.pathPrefix}": ${problem.reason}`,
    nextStep: 'Enter a prefix such as /api, or leave it empty.',
  }),
  invalidTls: ({ connection, reason }) => ({
    title: 'The certificates of the connection are not set up',
    cause: `"${connection}" ${reason}.`,
    nextStep: 'Nothing was sent. Change "tls" of the connection and send again.',
  }),
  unusableCertificate: ({ connection, file, reason }) => ({
    title: `A certificate of "${connection}" cannot be used`,
    cause: `${file}: ${reason}.`,
    nextStep: 'Nothing was sent. Mend the file or "tls" of the connection and send again.',
  }),
  invalidRewriting: ({ entry, reason }) => ({
    title: 'It is not clear by what recipients are to be replaced',
    cause: `"${entry}": ${reason}`,
    nextStep: 'Nothing was sent. Mend the entry, such as me+*@company.example, or take it away.',
  }),
  notRewritten: ({ connection, recipient, reason }) => ({
    title: `"${recipient}" cannot be replaced by an address of your own`,
    cause: `Nothing was sent: ${rewritingFaults[reason].cause}.`,
    nextStep: `${rewritingFaults[reason].nextStep}, or send it on a connection that replaces nobody. It was to go to "${connection}".`,
  }),
  unsendableBody: ({ reason }) => ({
    title: 'The body cannot be sent',
    cause: reason,
    nextStep: 'Nothing was sent. Change the body, or leave it out.',
  }),
  invalidAddress: (problem, titleOf) => ({
    title: `A value of the ${problem.part} cannot be part of an address`,
    cause: `${titleOf(problem.pointer)}: ${problem.reason}`,
    nextStep: 'Nothing was sent. Enter the ID as the API gave it.',
  }),
  foreignOrigin: (problem) => ({
    title: `"${problem.connection}" must not send to ${problem.origin}`,
    cause: `The connection was set up for ${problem.confirmed.join(' and ')}, and this address is another one.`,
    nextStep: 'Nothing was sent. Check the base URL, the hosts and the path prefix of the connection.',
  }),
  missingCredentials: (problem) => ({
    title: `No credentials for "${problem.connection}"`,
    cause: `Missing: ${problem.names.join(', ')}.`,
    nextStep: 'Enter the credentials of the connection and send again.',
  }),
  malformedCredential: (problem) => ({
    title: `${problem.name} is not what it should be`,
    cause: `It ${problem.reason}.`,
    nextStep: 'Nothing was sent. Enter it again and send again.',
  }),
  unconfirmedOrigin: (problem) => ({
    title: `The credentials of "${problem.connection}" were not given for ${problem.origin}`,
    cause:
      'Credentials belong to the addresses they were entered for, and to the authorities that vouch for those. One of them is another now.',
    nextStep: 'Enter credentials for it, or change the connection back.',
  }),
  unknownVariable: (problem, titleOf) => ({
    title: `There is no variable "${problem.name}"`,
    cause: `The value at ${titleOf(problem.pointer)} refers to it.`,
    nextStep: 'Add the variable to the connection, or write the value itself.',
  }),
  credentialsNotAllowed: (problem, titleOf) => ({
    title: `"${problem.name}" may not be sent here`,
    cause: `The value at ${titleOf(problem.pointer)} refers to a credential, and only calls that ask for a token may carry one.`,
    nextStep: 'Remove the reference; the access token is added to the request by itself.',
  }),
  unreadableFile: (problem) => ({
    title: 'A file of the request cannot be read',
    cause: `${problem.path}: ${problem.reason}`,
    nextStep: 'Choose a file beside the request or below it.',
  }),
  tokenRefused: (problem) => ({
    title: 'No access token',
    cause: `The token call was answered with ${problem.status}: ${problem.detail}`,
    nextStep: problem.nextStep ?? mendOfToken(problem.status),
  }),
  declined: ({ question }) => ({
    title: 'Not sent',
    cause: describeQuestion(question).detail,
    nextStep: 'You chose not to send it.',
  }),
  heldBack: ({ because }) => ({
    title: 'Not sent',
    cause: `${quotable(because)} cannot be sent as it is, and both were to be sent together.`,
    nextStep: 'Mend the other one first, or send this one alone.',
  }),
  unanswered: ({ question }) => ({
    title: 'Not sent: it needs your consent',
    cause: [describeQuestion(question).title, describeQuestion(question).detail].join('\n'),
    nextStep: 'Send it from where you can be asked.',
  }),
  unusableToken: (problem) => ({
    title: 'No access token',
    cause: `The token call was answered, and there is no usable token in the answer: ${problem.detail}`,
    nextStep: problem.nextStep ?? 'Check the base URL of the connection, and that no proxy or login stands between.',
  }),
  emulatorStopped: (problem) => ({
    title: 'The emulator is not running',
    cause: `The connection is the emulator of ${problem.provider}.`,
    nextStep: 'Start the emulator and send again.',
  }),
  noReply: ({ url, failure, mayHaveTakenEffect }) => {
    const words = describeHttpFailure(url, failure);
    if (mayHaveTakenEffect === undefined || wentNowhere(failure)) return words;
    if (mayHaveTakenEffect === false)
      return failure.kind === 'cancelled' ? { ...words, nextStep: 'Try again.' } : words;
    const { title, nextStep } = effectWords(mayHaveTakenEffect.lookWith);
    return { ...words, cause: `${words.cause} ${title}.`, nextStep };
  },
  bug: (problem) => ({
    title: 'This is a mistake in the product itself',
    cause: problem.detail,
    nextStep: 'Please report it. Whether the request went out is not known: look before you send it again.',
  }),
};

function mendOfToken(status: number): string {
  if (status >= 500) return 'Try again later: the server failed, which says nothing of the credentials.';
  return status === 404 || status === 405
    ? 'Check the base URL of the connection: this server has no such call, and may be that of another API.'
    : 'Check the credentials, and that they belong to this environment.';
}

function invalidTitle(errors: readonly Issue[]): string {
  return errors.length === 1 ? 'One value is not valid' : `${countOfIssues(errors, 'value')} are not valid`;
}
