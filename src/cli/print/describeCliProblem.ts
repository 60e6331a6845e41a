import { connectionIdsOf } from '../../core/connections/connectionIds';
import { listedIssues } from '../../core/forms/checks/moreIssues';
import type { HttpFailure } from '../../core/http';
import { describeProblem } from '../../core/problems/describeProblem';
import type { Problem } from '../../core/problems/problem';
import type { Provider } from '../../core/provider';
import { quotable } from '../../core/quoting/oneLine';
import { shortened } from '../../core/quoting/shortened';
import { credentialVariables } from '../../headless/environmentCredentials';
import { environmentName } from '../../headless/environmentName';
import type { SentFile } from '../../headless/sendFile';
import type { Issue } from '../../protocol/form';
import type { ProblemText } from '../../protocol/reply';
import { mendText } from './mendText';

/** A problem with the next step of someone who sits at a command line. */
export function describeCliProblem(problem: Problem, { provider }: Pick<SentFile, 'provider'>): ProblemText {
  const text = describeProblem(problem);
  if (problem.kind === 'unreadableRequest') return { ...text, nextStep: 'Check the name of the file and its JSON.' };
  if (problem.kind === 'invalidRequest') return { ...text, cause: listedIssues(problem.issues, issueLine).join('\n') };
  const nextStep = provider && nextStepHere(problem, provider);
  return nextStep === undefined ? text : { ...text, nextStep };
}

function issueLine(issue: Issue): string {
  return `${quotable(issue.pointer, 300)}: ${shortened(issue.message, 1_000)}${mendText(issue)}`;
}

function nextStepHere(problem: Problem, provider: Provider): string | undefined {
  switch (problem.kind) {
    case 'missingCredentials':
      return `Set ${credentialVariables(provider)
        .map((names) => names.join(', '))
        .join('; or ')}.`;
    case 'malformedCredential':
      return `Nothing was sent. Set ${problem.name} again.`;
    case 'unanswered':
      return 'Add --yes when it is meant.';
    case 'emulatorStopped':
      return `Run "esign emulator" and pass the address it prints with --base-url or ${environmentName(provider.id, 'baseUrl')}.`;
    case 'unknownConnection': {
      const ids = connectionIdsOf(provider);
      const choice = ids.length === 1 ? ids[0] : `one of ${ids.join(', ')}`;
      return `Name ${choice} with --connection, or pass --base-url.`;
    }
    case 'unknownVariable':
      return `Add --var ${problem.name}=…, or write the value itself.`;
    case 'invalidTls':
    case 'unusableCertificate':
      return `Nothing was sent. Set ${certificateVariables(provider.id)} anew.`;
    case 'noReply':
      return networkStepHere(problem.failure, provider);
    default:
      return undefined;
  }
}

function networkStepHere(failure: HttpFailure, { id }: Provider): string | undefined {
  if (failure.kind === 'tooLarge') return 'Ask for less, for instance for fewer items per page.';
  if (failure.kind === 'clientCertificate') {
    return `Set ${environmentName(id, 'certificateFile')} and ${environmentName(id, 'keyFile')}, or ${environmentName(id, 'pkcs12File')}.`;
  }
  const isUnknown = failure.kind === 'untrustedCertificate' && /SELF_SIGNED|ISSUER|LEAF/.test(failure.code);
  if (!isUnknown) return undefined;
  return `If the authority is to be trusted, name its file in ${environmentName(id, 'caFile')} or NODE_EXTRA_CA_CERTS.`;
}

function certificateVariables(provider: string): string {
  const fields = ['caFile', 'certificateFile', 'keyFile', 'pkcs12File', 'certificatePassphrase', 'checkCertificates'];
  return fields.map((field) => environmentName(provider, field)).join(', ');
}
