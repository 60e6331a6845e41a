import type { Surroundings } from '../../surroundings';
import { paintFor } from '../paint';
import { githubText } from './githubText';
import { jsonText } from './jsonText';
import { junitText } from './junitText';
import type { RunReport } from './runReport';
import { specText, specTotals } from './specText';

export const reporterNames = ['spec', 'json', 'junit', 'github'] as const;
export type ReporterName = (typeof reporterNames)[number];

/** A whole run as a reporter prints it. */
export function reportText(name: ReporterName, report: RunReport, surroundings: Pick<Surroundings, 'colors'>): string {
  switch (name) {
    case 'spec': {
      const paint = paintFor(surroundings);
      return `${report.workflows.map((workflow) => specText(paint, workflow)).join('')}${specTotals(paint, report)}`;
    }
    case 'json':
      return jsonText(report);
    case 'junit':
      return junitText(report);
    case 'github':
      return githubText(report);
  }
}
