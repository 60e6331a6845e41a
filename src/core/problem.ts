import type { Issue } from '../protocol/form';
import type { ProblemText } from '../protocol/reply';
import { shownHost } from './addresses/webAddress';
import { countOfIssues, listedIssues } from './forms/checks/moreIssues';
import type { HttpFailure } from './http';
import { quotable } from './quoting/oneLine';
import { longestFact, longestIssue, quotableFacts } from './quoting/quotableFacts';
import { shortened } from './quoting/shortened';
import { effectWords } from './replies/effectWords';
import { describeQuestion, type Question } from './sending/asking/question';
import { type ByKind, callByKind } from './typing/byKind';

/** Why there is no reply, or why nothing was sent. A 4xx or 5xx is a reply, not a problem. */
export type Problem =
  | { readonly kind: 'unreadableRequest'; readonly detail: string }
  | { readonly kind: 'unknownOperation'; readonly operation: string; readonly meant?: readonly string[] }
  | { readonly kind: 'invalidRequest'; readonly issues: readonly Issue[] }
  | { readonly kind: 'unknownConnection'; readonly provider: string; readonly connection: string }
  | { readonly kind: 'invalidBaseUrl'; readonly baseUrl: string; readonly reason: string }
  | { readonly kind: 'invalidPathPrefix'; readonly pathPrefix: string; readonly reason: string }
  /** HTTP has no way to carry it. */
  | { readonly kind: 'unsendableBody'; readonly reason: string }
  | {
      readonly kind: 'invalidAddress';
      readonly part: 'path' | 'query';
      /** Of the value in the request file. */
      readonly pointer: string;
      readonly reason: string;
    }
  | {
      readonly kind: 'foreignOrigin';
      readonly connection: string;
      readonly origin: string;
      readonly confirmed: readonly string[];
    }
  | {
      readonly kind: 'missingCredentials';
      readonly provider: string;
      readonly connection: string;
      readonly names: readonly string[];
    }
  | { readonly kind: 'malformedCredential'; readonly name: string; readonly reason: string }
  | { readonly kind: 'unconfirmedOrigin'; readonly connection: string; readonly origin: string }
  | { readonly kind: 'unknownVariable'; readonly name: string; readonly pointer: string }
  | { readonly kind: 'credentialsNotAllowed'; readonly name: string; readonly pointer: string }
  | { readonly kind: 'unreadableFile'; readonly path: string; readonly reason: string }
  | {
      readonly kind: 'tokenRefused';
      readonly provider: string;
      readonly status: number;
      readonly detail: string;
      /** Where the server said what to do. */
      readonly nextStep?: string;
    }
  /** A person was asked whether it may be sent, and said no. */
  | { readonly kind: 'declined'; readonly question: Question }
  /** There was nobody to ask. */
  | { readonly kind: 'unanswered'; readonly question: Question }
  /** The token call was answered, and no token can be taken from the answer. `detail` says what came. */
  | { readonly kind: 'unusableToken'; readonly provider: string; readonly detail: string; readonly nextStep?: string }
  | { readonly kind: 'emulatorStopped'; readonly provider: string }
  | {
      readonly kind: 'noReply';
      readonly url: string;
      readonly failure: HttpFailure;
      /** What the call changes may be changed: names the call that shows it, where there is one. False when it changes nothing. */
      readonly mayHaveTakenEffect?: false | { readonly lookWith?: string };
    }
  /** A mistake of the product itself. */
  | { readonly kind: 'bug'; readonly detail: string };

export type ProblemKind = Problem['kind'];

/** What a place of the request is called, by its JSON pointer. */
export type TitleOf = (pointer: string) => string;

/** The one place where a problem is put into words. Without titles of their own, places are named by their pointers. */
export function describeProblem(problem: Problem, titleOf: TitleOf = (pointer) => pointer): ProblemText {
  return callByKind(descriptions, quotableFacts(problem), (pointer) => quotable(titleOf(pointer), longestFact));
}

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
    cause: 'Credentials belong to the address they were entered for, and the base URL is another one now.',
    nextStep: 'Enter credentials for the new address, or change the base URL back.',
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
    nextStep:
      problem.nextStep ??
      (problem.status >= 500
        ? 'Try again later: the server failed, which says nothing of the credentials.'
        : 'Check the credentials, and that they belong to this environment.'),
  }),
  declined: ({ question }) => ({
    title: 'Not sent',
    cause: describeQuestion(question).detail,
    nextStep: 'You chose not to send it.',
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

function invalidTitle(errors: readonly Issue[]): string {
  return errors.length === 1 ? 'One value is not valid' : `${countOfIssues(errors, 'value')} are not valid`;
}

/** Whether a failure says that nothing was sent. */
export function wentNowhere({ kind }: HttpFailure): boolean {
  return kind === 'unreachable' || kind === 'untrustedCertificate';
}

function describeHttpFailure(url: string, failure: HttpFailure): ProblemText {
  return callByKind(httpDescriptions, quotableFacts(failure), quotable(shownHost(url), longestFact));
}

const httpDescriptions: ByKind<HttpFailure, [host: string], ProblemText> = {
  cancelled: (_failure, host) => ({
    title: 'Cancelled',
    cause: `The request to ${host} was stopped before a reply came.`,
    nextStep: 'It may have reached the server all the same: look before you send it again.',
  }),
  timedOut: ({ phase, afterMs }, host) => ({
    title: 'No reply in time',
    cause: `${host} did not ${phase === 'connect' ? 'answer' : 'finish its reply'} within ${Math.round(afterMs / 1000)} s.`,
    nextStep: 'Try again; when it stays silent, check the base URL and the proxy.',
  }),
  tooLarge: ({ maxBytes }, host) => ({
    title: 'The reply is too large',
    cause: `${host} sent more than ${Math.round(maxBytes / 1024 / 1024)} MB.`,
    nextStep: 'Ask for less, or raise the limit in the settings.',
  }),
  unreachable: ({ code, detail }, host) => ({
    title: code === 'ERR_INVALID_CHAR' ? 'A header cannot be sent' : `${host} cannot be reached`,
    cause: `${detail} (${code}).`,
    nextStep: remedies[code] ?? 'Check that the server runs, the base URL and the proxy.',
  }),
  brokenOff: ({ code, detail }, host) => ({
    title: `${host} was reached, and no reply came`,
    cause: `${detail} (${code}).`,
    nextStep: 'Try again.',
  }),
  malformedReply: ({ code, detail }, host) => ({
    title: `${host} answered with something that is no HTTP`,
    cause: `${detail} (${code}).`,
    nextStep: 'Check the port and the scheme (http or https) of the base URL.',
  }),
  untrustedCertificate: ({ code, detail }, host) => ({
    title: `The certificate of ${host} is not trusted`,
    cause: `${detail} (${code}).`,
    nextStep: 'Install the certificate authority on this machine; verification is never switched off.',
  }),
};

const remedies: Readonly<Record<string, string>> = {
  ENOTFOUND: 'Check the host name of the base URL.',
  ERR_INVALID_CHAR: 'Enter the credentials again: one of them holds a character that no header may hold.',
};
