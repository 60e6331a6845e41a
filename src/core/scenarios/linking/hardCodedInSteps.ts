import { t } from '@vscode/l10n';
import type { Issue } from '../../../protocol/form';
import { hardCodedIssues, hardCodedSecrets } from '../../secrets/hardCodedSecrets';
import { knownValues } from '../running/asking/foresee';
import { placeInScenario } from './checkStep';
import type { LinkedScenario } from './linkedScenario';

/** Keys and tokens that stand in the steps of a scenario's own workflows: a scenario takes them from its inputs. */
export function hardCodedInSteps({ workflows }: LinkedScenario): readonly Issue[] {
  const own = workflows.filter(({ prefix }) => prefix === '');
  return own.flatMap(({ steps }) =>
    steps.flatMap((step) => {
      if (step.target.kind !== 'operation') return [];
      const [operation] = step.target.operations;
      const found = hardCodedSecrets(operation, knownValues(step, nothingKnown));
      return hardCodedIssues(found.slice(0, 1)).map((issue) => ({
        ...issue,
        pointer: step.pointer,
        place: step.home.source.placeOf(placeInScenario(step, issue.pointer)),
        message: t(
          '{0} holds a key or token, and whoever gets the file gets it, too. Take it from an input: $inputs.token.',
          placeWords(issue.pointer),
        ),
      }));
    }),
  );
}

const nothingKnown = { inputs: {}, outputs: {}, steps: new Map(), workflows: new Map(), exchange: undefined };

function placeWords(pointer: string): string {
  return pointer.slice(1).split('/').join(' › ');
}
