import { t } from '@vscode/l10n';

/** What the objects of a scenario file are. */
export type PieceNoun = keyof typeof labels;

/** What an object is called at the start of a sentence. */
export function labelOfPiece(noun: PieceNoun): string {
  return labels[noun]();
}

/** That an object has no field of that name. */
export function noFieldOf(noun: PieceNoun, name: string): string {
  return noFields[noun](name);
}

const labels = {
  scenario: () => t('The scenario'),
  info: () => t('The info object'),
  components: () => t('The components object'),
  source: () => t('The source description'),
  workflow: () => t('The workflow'),
  step: () => t('The step'),
  page: () => t('The x-operation'),
  parameter: () => t('The parameter'),
  reference: () => t('The reference'),
  body: () => t('The request body'),
  criterion: () => t('The criterion'),
  successAction: () => t('The success action'),
  failureAction: () => t('The failure action'),
} as const;

const noFields: Readonly<Record<PieceNoun, (name: string) => string>> = {
  scenario: (name) => t('"{0}" is no field of a scenario.', name),
  info: (name) => t('"{0}" is no field of an info object.', name),
  components: (name) => t('"{0}" is no field of a components object.', name),
  source: (name) => t('"{0}" is no field of a source description.', name),
  workflow: (name) => t('"{0}" is no field of a workflow.', name),
  step: (name) => t('"{0}" is no field of a step.', name),
  page: (name) => t('"{0}" is no field of an x-operation.', name),
  parameter: (name) => t('"{0}" is no field of a parameter.', name),
  reference: (name) => t('"{0}" is no field of a reference.', name),
  body: (name) => t('"{0}" is no field of a request body.', name),
  criterion: (name) => t('"{0}" is no field of a criterion.', name),
  successAction: (name) => t('"{0}" is no field of a success action.', name),
  failureAction: (name) => t('"{0}" is no field of a failure action.', name),
};
