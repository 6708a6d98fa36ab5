import { Tag, type Tone } from './Tag';
import { useWord } from './words';

const tones: Record<string, Tone> = {
  acknowledged: 'plain',
  pending: 'plain',
  created: 'plain',
  generated: 'plain',
  inProgress: 'info',
  dispatched: 'info',
  assessingCancellation: 'warn',
  pendingCancellation: 'warn',
  held: 'warn',
  partial: 'warn',
  done: 'warn',
  executing: 'info',
  withdrawing: 'warn',
  completed: 'good',
  archived: 'good',
  failed: 'bad',
  rejected: 'bad',
  refused: 'bad',
  cancelled: 'plain',
};

/** The state of an order, service order or work order. */
export function StateTag({ state }: { state: string }) {
  const word = useWord();
  return <Tag tone={tones[state] ?? 'plain'}>{word('ui:state', state)}</Tag>;
}
