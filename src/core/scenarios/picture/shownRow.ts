import { t } from '@vscode/l10n';
import type { JourneyStep } from '../../../protocol/pages/journey';
import type { Operation } from '../../operation';
import { namedStep } from '../running/result';
import type { JourneyRow } from './journeyRows';

export function shownRow({ path, step }: JourneyRow): Pick<JourneyStep, 'stepId' | 'depth' | 'title' | 'call'> {
  return { stepId: path.join('/'), depth: path.length - 1, title: namedStep(step).title, call: callOf(step) };
}

function callOf({ target }: JourneyRow['step']): string {
  switch (target.kind) {
    case 'workflow':
      return t('runs {0}', target.workflowId);
    case 'page':
      return t('{0} a page of the emulator', target.method);
    case 'operation':
      return describedCall(target.operations[0]);
  }
}

function describedCall({ method, path }: Operation): string {
  return `${method} ${path}`;
}
