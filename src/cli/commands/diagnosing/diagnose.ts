import { failedStep } from '../../../core/diagnosis/diagnosis';
import { diagnosisText } from '../../../core/diagnosis/diagnosisText';
import { nearest } from '../../../core/forms/wording/nearest';
import { type DiagnosedConnection, diagnoseConnections } from '../../../headless/network/diagnoseConnections';
import { describeCliProblem } from '../../print/describeCliProblem';
import { paintFor } from '../../print/paint';
import { type CommandArguments, exitCodes, type Surroundings, UsageError } from '../../surroundings';
import { LiveSteps } from './liveSteps';

/** Tries connections, prints what came of each step, and returns the exit code. */
export async function diagnoseAndPrint(surroundings: Surroundings, args: CommandArguments): Promise<number> {
  const [provider, connection] = (args.positionals[0] ?? '').split('/');
  const named = provider === '' ? undefined : provider;
  checkProvider(surroundings, named);
  const wish = { provider: named, connection, baseUrl: args.values['base-url'] };
  const asJson = args.flags.has('json');
  const live = surroundings.isTerminal && !asJson ? new LiveSteps(surroundings) : undefined;
  const diagnosed = await diagnoseConnections(surroundings, wish, surroundings.signal, live);
  if (diagnosed.length === 0) {
    throw new UsageError(
      'The environment has credentials for no provider: name one, for example "esign diagnose PROVIDER".',
    );
  }
  if (asJson) surroundings.out(`${JSON.stringify({ diagnoses: diagnosed.map(report) }, undefined, 2)}\n`);
  else if (live === undefined) surroundings.out(diagnosed.map((one) => text(surroundings, one)).join('\n'));
  else for (const one of diagnosed) if (one.kind === 'problem') surroundings.out(text(surroundings, one));
  if (diagnosed.some(({ kind }) => kind === 'problem')) return exitCodes.usage;
  return diagnosed.every(works) ? 0 : 1;
}

function checkProvider({ registry }: Surroundings, id: string | undefined): void {
  if (id === undefined || registry.ids.includes(id)) return;
  const meant = nearest(id, registry.ids);
  throw new UsageError(`There is no provider ${id}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`);
}

function works(one: DiagnosedConnection): boolean {
  return one.kind === 'diagnosed' && failedStep(one.diagnosis) === undefined;
}

function text(surroundings: Surroundings, one: DiagnosedConnection): string {
  if (one.kind === 'diagnosed') return diagnosisText(one.diagnosis);
  const { title, cause, nextStep } = describeCliProblem(one.problem, one);
  return `${paintFor(surroundings).bad(`${one.provider.title}: ${title}`)}\n  ${cause}\n  Next: ${nextStep}\n`;
}

function report(one: DiagnosedConnection): object {
  if (one.kind === 'problem') {
    const { kind } = one.problem;
    return {
      provider: one.provider.id,
      works: false,
      steps: [],
      problem: { kind, ...describeCliProblem(one.problem, one) },
    };
  }
  const { steps, ...facts } = one.diagnosis;
  const shown = steps.map(({ nextStep = null, chain = [], ...step }) => ({ ...step, nextStep, chain }));
  return { ...facts, works: works(one), steps: shown, problem: null };
}
