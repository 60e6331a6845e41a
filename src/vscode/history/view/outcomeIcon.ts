import * as vscode from 'vscode';
import type { HistorySummary } from '../../../core/history/entry';
import { monogram } from '../../../core/history/listing/monogram';

/**
 * The provider's letters, framed by what came of the run: a line around them for a success, filled for a failure, broken
 * for no reply; letters alone are what was never sent. Shape and colour say the same.
 */
export function outcomeIcon(entry: Told | undefined, provider: string): { light: vscode.Uri; dark: vscode.Uri } {
  const letters = monogram(provider);
  const outcome = entry === undefined ? 'unsent' : outcomeOf(entry);
  return { light: iconOf(letters, looks.light[outcome]), dark: iconOf(letters, looks.dark[outcome]) };
}

/** For what was done on an emulator. */
export function actIcon(entry: HistorySummary): vscode.ThemeIcon {
  return actIcons[outcomeOf(entry)];
}

type Told = Pick<HistorySummary, 'status' | 'failed'>;

type Outcome = 'worked' | 'failed' | 'unanswered';

const actIcons: Readonly<Record<Outcome, vscode.ThemeIcon>> = {
  worked: new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed')),
  failed: new vscode.ThemeIcon('error', new vscode.ThemeColor('testing.iconFailed')),
  unanswered: new vscode.ThemeIcon('circle-slash', new vscode.ThemeColor('testing.iconSkipped')),
};

interface Look {
  readonly text: string;
  readonly line: string;
  readonly fill: string;
  readonly dashes?: string;
}

/** Each colour has a contrast of 4.5 to its ground at least. */
const looks: Readonly<Record<'light' | 'dark', Readonly<Record<Outcome | 'unsent', Look>>>> = {
  light: {
    worked: { text: '#1f6f2b', line: '#1f6f2b', fill: 'none' },
    failed: { text: '#ffffff', line: '#b3261e', fill: '#b3261e' },
    unanswered: { text: '#56606b', line: '#56606b', fill: 'none', dashes: '2 1.5' },
    unsent: { text: '#56606b', line: 'none', fill: 'none' },
  },
  dark: {
    worked: { text: '#89d185', line: '#89d185', fill: 'none' },
    failed: { text: '#ffffff', line: '#c62f2f', fill: '#c62f2f' },
    unanswered: { text: '#b0b8c1', line: '#b0b8c1', fill: 'none', dashes: '2 1.5' },
    unsent: { text: '#b0b8c1', line: 'none', fill: 'none' },
  },
};

function outcomeOf({ status, failed }: Told): Outcome {
  if (status === undefined) return 'unanswered';
  return failed ? 'failed' : 'worked';
}

const known = new Map<string, vscode.Uri>();

function iconOf(letters: string, { text, line, fill, dashes }: Look): vscode.Uri {
  const picture = [
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16">',
    `<rect x="0.75" y="1.75" width="14.5" height="12.5" rx="2.5" fill="${fill}" stroke="${line}" stroke-width="1.5"`,
    `${dashes === undefined ? '' : ` stroke-dasharray="${dashes}"`}/>`,
    `<text x="8" y="11.2" fill="${text}" font-family="sans-serif" font-size="8.5" font-weight="700"`,
    ` text-anchor="middle">${letters.replace(/[<&>]/g, '')}</text></svg>`,
  ].join('');
  const uri = known.get(picture) ?? vscode.Uri.parse(`data:image/svg+xml;base64,${btoa(unescaped(picture))}`);
  known.set(picture, uri);
  return uri;
}

/** Letters beyond Latin as bytes. */
function unescaped(picture: string): string {
  return String.fromCharCode(...new TextEncoder().encode(picture));
}
