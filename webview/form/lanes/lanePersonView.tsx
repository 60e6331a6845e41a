import { t } from '@vscode/l10n';
import type { TurnPlace } from '../../../src/protocol/turns';
import { IconButton } from '../../ui/controls/quietButton';
import type { LanePerson } from './lanePeople';
import type { LaneMoves } from './useLaneMoves';

export interface LanePersonViewProps {
  readonly person: LanePerson;
  /** Position of their step. */
  readonly step: number;
  readonly moves: LaneMoves;
}

/** Somebody in their step: leads to their fields, and goes half a step earlier or later. */
export function LanePersonView({ person, step, moves }: LanePersonViewProps) {
  const { name, detail, pointer } = person;
  const earlier = moves.earlier(person, step);
  const later = moves.later(person, step);
  const isChosen = moves.isChosen(person);
  const isHeld =
    moves.held !== undefined && (moves.held.pointer === pointer || (isChosen && moves.isChosen(moves.held)));
  return (
    <li
      class={`lane-person${isHeld ? ' lane-held' : ''}${isChosen ? ' lane-chosen' : ''}`}
      data-person={pointer}
      draggable
      onDragStart={(event) => {
        event.dataTransfer?.setData('text/plain', name);
        moves.hold(person);
      }}
      onDragEnd={() => moves.hold(undefined)}
    >
      <MoveButton kind="earlier" spot={earlier} person={person} moves={moves} />
      <button
        type="button"
        class="lane-name"
        title={detail === undefined ? name : `${name} · ${detail}`}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) moves.choose(person);
          else moves.reveal(person);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && moves.letGo()) return event.preventDefault();
          if (!event.shiftKey) return;
          const spot = event.key === 'ArrowLeft' ? earlier : event.key === 'ArrowRight' ? later : undefined;
          if (spot === undefined) return;
          event.preventDefault();
          moves.move(person, spot, 'name');
        }}
        aria-keyshortcuts="Shift+ArrowLeft Shift+ArrowRight Shift+Space"
        data-action="name"
      >
        <span>{name}</span>
        {isChosen && <span class="visually-hidden">, {t('selected')}</span>}
        {detail !== undefined && <span class="lane-detail">{detail}</span>}
      </button>
      <MoveButton kind="later" spot={later} person={person} moves={moves} />
    </li>
  );
}

interface MoveButtonProps extends Pick<LanePersonViewProps, 'person' | 'moves'> {
  readonly kind: 'earlier' | 'later';
  readonly spot: TurnPlace | undefined;
}

function earlierLabel(person: LanePerson, spot: TurnPlace | undefined, moves: LaneMoves): string {
  if (spot === undefined) return t('Earlier: {0} cannot go further', person.name);
  return t('Earlier: {0}', moves.words(person, spot));
}

function laterLabel(person: LanePerson, spot: TurnPlace | undefined, moves: LaneMoves): string {
  if (spot === undefined) return t('Later: {0} cannot go further', person.name);
  return t('Later: {0}', moves.words(person, spot));
}

function MoveButton({ kind, spot, person, moves }: MoveButtonProps) {
  return (
    <IconButton
      icon={kind === 'earlier' ? 'arrowLeft' : 'arrowRight'}
      label={kind === 'earlier' ? earlierLabel(person, spot, moves) : laterLabel(person, spot, moves)}
      disabled={spot === undefined}
      onClick={() => spot && moves.move(person, spot, kind)}
      action={kind}
    />
  );
}
