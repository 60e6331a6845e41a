import type { Failure } from '../../core/failure';
import type { Provider } from '../../core/provider';
import type { Citations } from './citations';
import { illustrativeText } from './illustrativeText';
import { markdown } from './markdown';

const { anchorOf, code, link, prose, table } = markdown;

/** A row per failure, with a place that operations link to. */
export function failureTable({ failures, operations }: Provider, { cite }: Citations): string {
  const title = (id: string) => operations.find((operation) => operation.id === id)?.title ?? id;
  const mend = ({ mendedBy }: Failure) =>
    mendedBy === undefined ? '' : ` → ${link(prose(title(mendedBy)), anchorOf(title(mendedBy)))}`;
  const rows = failures.map((failure) => [
    `<a id="${placeOf(failure.id)}"></a>${code(failure.id)}`,
    answerOf(failure),
    `${prose(failure.meaning)} ${prose(failure.nextStep)}${mend(failure)}`,
    cite(failure.source),
  ]);
  return table(['Failure', 'Answer', 'Meaning and next step', 'Source'], rows);
}

export function failureLink({ failures }: Provider, id: string): string {
  return failures.some((failure) => failure.id === id) ? link(code(id), `#${placeOf(id)}`) : code(id);
}

function placeOf(id: string): string {
  return `failure-${id}`;
}

function answerOf({ status, code: number, message, illustrative }: Failure): string {
  const head = number === undefined ? String(status) : `${status}, code ${code(String(number))}`;
  const unknown = illustrative === undefined ? '' : `<br>${illustrativeText(illustrative)}`;
  return `${head}${message === '' ? '' : `<br>${code(message)}`}${unknown}`;
}
