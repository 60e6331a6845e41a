import { t } from '@vscode/l10n';
import type { Issue } from '../../protocol/form';
import type { ProblemText } from '../../protocol/reply';
import { listed } from '../../protocol/turns';
import { withoutAccount } from '../addresses/webAddress';
import { countedIssues, listedIssues } from '../forms/checks/moreIssues';
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

type FaultText = Pick<ProblemText, 'cause' | 'nextStep'>;

/** How a recipient could not be replaced, and what else could be done than sending it where nobody is. */
const rewritingFaults: Readonly<Record<RefusedRewriting, (connection: string) => FaultText>> = {
  unclear: (connection) => ({
    cause: t('Nothing was sent: what stands there cannot be read as addresses, and may reach somebody.'),
    nextStep: t(
      'Write plain addresses with commas between them, or send it on a connection that replaces nobody. It was to go to "{0}".',
      connection,
    ),
  }),
  noAlias: (connection) => ({
    cause: t('Nothing was sent: no address of yours is there for it.'),
    nextStep: t(
      'Add a pattern such as me+*@company.example to what replaces recipients, or send it on a connection that replaces nobody. It was to go to "{0}".',
      connection,
    ),
  }),
  shared: (connection) => ({
    cause: t('Nothing was sent: the address of yours for it is already that of somebody else in the same request.'),
    nextStep: t(
      'Use a pattern such as me+*@company.example, or say whose is which: anna@example.com=me@company.example, or send it on a connection that replaces nobody. It was to go to "{0}".',
      connection,
    ),
  }),
  name: (connection) => ({
    cause: t('Nothing was sent: an address is the name of a property, which is never changed.'),
    nextStep: t(
      'Name the property otherwise, or send it on a connection that replaces nobody. It was to go to "{0}".',
      connection,
    ),
  }),
  phone: (connection) => ({
    cause: t('Nothing was sent: it is a phone number where none can be replaced or left out.'),
    nextStep: t(
      'Add a number of your own to what replaces recipients, or send it on a connection that replaces nobody. It was to go to "{0}".',
      connection,
    ),
  }),
  unfitName: (connection) => ({
    cause: t('Nothing was sent: the field of this name does not take the one that stands in its place.'),
    nextStep: t(
      'Choose another name: … in what replaces recipients, or send it on a connection that replaces nobody. It was to go to "{0}".',
      connection,
    ),
  }),
};

const descriptions: ByKind<Problem, [titleOf: TitleOf], ProblemText> = {
  unreadableRequest: (problem) => ({
    title: t('The request file cannot be read'),
    cause: problem.detail,
    nextStep: t('Mend the JSON in the text editor, or start from a new request.'),
  }),
  unknownOperation: (problem) => ({
    title: t('There is no operation "{0}"', problem.operation),
    cause: t('The file names an operation that no provider has.'),
    nextStep:
      problem.meant === undefined || problem.meant.length === 0
        ? t('Choose one of the operations that completion offers, or run "esign operations".')
        : t(
            'Did you mean {0}?',
            problem.meant.reduce((one, other) => t('{0} or {1}', one, other)),
          ),
  }),
  invalidRequest: ({ issues }, titleOf) => ({
    title: invalidTitle(issues.filter(({ severity }) => severity === 'error')),
    cause: listedIssues(
      issues,
      ({ pointer, message }) => `${titleOf(pointer)}: ${shortened(message, longestIssue)}`,
    ).join('\n'),
    nextStep: t('Nothing was sent. Mend the values and send again.'),
  }),
  unknownConnection: (problem) => ({
    title: t('There is no connection "{0}"', problem.connection),
    cause: t('No connection of {0} has this id.', problem.provider),
    nextStep: t('Choose another connection for the request, or add this one.'),
  }),
  notOpened: (problem) => ({
    title: t('"{0}" of {1} is not open to assistants', problem.connection, problem.provider),
    cause: t(
      'Nothing was sent. An assistant uses the emulator alone until a person opens another connection for this session.',
    ),
    nextStep: problem.opening,
  }),
  invalidBaseUrl: (problem) => ({
    title: t('The base URL cannot be used'),
    cause: `"${withoutAccount(problem.baseUrl)}": ${problem.reason}`,
    nextStep: t('Enter an address such as https://api.example.com.'),
  }),
  invalidPathPrefix: (problem) => ({
    title: t('The path prefix of the connection cannot be used'),
    cause: `"${problem.pathPrefix}": ${problem.reason}`,
    nextStep: t('Enter a prefix such as /api, or leave it empty.'),
  }),
  invalidTls: ({ connection, reason }) => ({
    title: t('The certificates of the connection are not set up'),
    cause: `"${connection}" ${reason}.`,
    nextStep: t('Nothing was sent. Change "tls" of the connection and send again.'),
  }),
  unusableCertificate: ({ connection, file, reason }) => ({
    title: t('A certificate of "{0}" cannot be used', connection),
    cause: `${file}: ${reason}.`,
    nextStep: t('Nothing was sent. Mend the file or "tls" of the connection and send again.'),
  }),
  invalidRewriting: ({ entry, reason }) => ({
    title: t('It is not clear by what recipients are to be replaced'),
    cause: `"${entry}": ${reason}`,
    nextStep: t('Nothing was sent. Mend the entry, such as me+*@company.example, or take it away.'),
  }),
  notRewritten: ({ connection, recipient, reason }) => ({
    title: t('"{0}" cannot be replaced by an address of your own', recipient),
    ...rewritingFaults[reason](connection),
  }),
  unsendableBody: ({ reason }) => ({
    title: t('The body cannot be sent'),
    cause: reason,
    nextStep: t('Nothing was sent. Change the body, or leave it out.'),
  }),
  invalidAddress: (problem, titleOf) => ({
    title: t('A value of the {0} cannot be part of an address', problem.part),
    cause: `${titleOf(problem.pointer)}: ${problem.reason}`,
    nextStep: t('Nothing was sent. Enter the ID as the API gave it.'),
  }),
  foreignOrigin: (problem) => ({
    title: t('"{0}" must not send to {1}', problem.connection, problem.origin),
    cause: t('The connection was set up for {0}, and this address is another one.', listed(problem.confirmed)),
    nextStep: t('Nothing was sent. Check the base URL, the hosts and the path prefix of the connection.'),
  }),
  missingCredentials: (problem) => ({
    title: t('No credentials for "{0}"', problem.connection),
    cause: t('Missing: {0}.', problem.names.join(', ')),
    nextStep: t('Enter the credentials of the connection and send again.'),
  }),
  malformedCredential: (problem) => ({
    title: t('{0} is not what it should be', problem.name),
    cause: t('It {0}.', problem.reason),
    nextStep: t('Nothing was sent. Enter it again and send again.'),
  }),
  unconfirmedOrigin: (problem) => ({
    title: t('The credentials of "{0}" were not given for {1}', problem.connection, problem.origin),
    cause: t(
      'Credentials belong to the addresses they were entered for, and to the authorities that vouch for those. One of them is another now.',
    ),
    nextStep: t('Confirm that address, enter credentials for it, or change the connection back.'),
  }),
  unknownVariable: (problem, titleOf) => ({
    title: t('There is no variable "{0}"', problem.name),
    cause: t('The value at {0} refers to it.', titleOf(problem.pointer)),
    nextStep: t('Add the variable to the connection, or write the value itself.'),
  }),
  credentialsNotAllowed: (problem, titleOf) => ({
    title: t('"{0}" may not be sent here', problem.name),
    cause: t(
      'The value at {0} refers to a credential, and only calls that ask for a token may carry one.',
      titleOf(problem.pointer),
    ),
    nextStep: t('Remove the reference; the access token is added to the request by itself.'),
  }),
  unreadableFile: (problem) => ({
    title: t('A file of the request cannot be read'),
    cause: `${problem.path}: ${problem.reason}`,
    nextStep: t('Choose a file beside the request or below it.'),
  }),
  tokenRefused: (problem) => ({
    title: t('No access token'),
    cause: t('The token call was answered with {0}: {1}', problem.status, problem.detail),
    nextStep: problem.nextStep ?? mendOfToken(problem.status),
  }),
  declined: ({ question }) => ({
    title: t('Not sent'),
    cause: describeQuestion(question).detail,
    nextStep: t('You chose not to send it.'),
  }),
  heldBack: ({ because }) => ({
    title: t('Not sent'),
    cause: t('{0} cannot be sent as it is, and both were to be sent together.', quotable(because)),
    nextStep: t('Mend the other one first, or send this one alone.'),
  }),
  unanswered: ({ question }) => ({
    title: t('Not sent: it needs your consent'),
    cause: [describeQuestion(question).title, describeQuestion(question).detail].join('\n'),
    nextStep: t('Send it from where you can be asked.'),
  }),
  unusableToken: (problem) => ({
    title: t('No access token'),
    cause: t('The token call was answered, and there is no usable token in the answer: {0}', problem.detail),
    nextStep: problem.nextStep ?? t('Check the base URL of the connection, and that no proxy or login stands between.'),
  }),
  oddReply: ({ operation, difference }) => ({
    title: t('The answer has another shape than is documented'),
    cause: t('What "{0}" answered could not be read at {1}.', operation, difference),
    nextStep: t('Send that call by itself to see all of its answer, and check the base URL of the connection.'),
  }),
  emulatorStopped: (problem) => ({
    title: t('The emulator is not running'),
    cause: t('The connection is the emulator of {0}.', problem.provider),
    nextStep: t('Start the emulator and send again.'),
  }),
  noReply: ({ url, failure, mayHaveTakenEffect }) => {
    const words = describeHttpFailure(url, failure);
    if (mayHaveTakenEffect === undefined || wentNowhere(failure)) return words;
    if (mayHaveTakenEffect === false)
      return failure.kind === 'cancelled' ? { ...words, nextStep: t('Try again.') } : words;
    const { title, nextStep } = effectWords(mayHaveTakenEffect.lookWith);
    return { ...words, cause: `${words.cause} ${title}.`, nextStep };
  },
  bug: (problem) => ({
    title: t('This is a mistake in the product itself'),
    cause: problem.detail,
    nextStep: t('Please report it. Whether the request went out is not known: look before you send it again.'),
  }),
};

function mendOfToken(status: number): string {
  if (status >= 500) return t('Try again later: the server failed, which says nothing of the credentials.');
  return status === 404 || status === 405
    ? t('Check the base URL of the connection: this server has no such call, and may be that of another API.')
    : t('Check the credentials, and that they belong to this environment.');
}

function invalidTitle(errors: readonly Issue[]): string {
  const { count, isCut } = countedIssues(errors);
  if (isCut) return t('{0} values or more are not valid', count);
  return count === 1 ? t('One value is not valid') : t('{0} values are not valid', count);
}
