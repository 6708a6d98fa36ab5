import { Tag, type Tone } from '../ui/Tag';
import { useWord } from '../ui/words';

const tones: Record<string, Tone> = {
  applied: 'good',
  repeated: 'plain',
  parked: 'warn',
  refused: 'bad',
  turned_away: 'bad',
};

export const NOT_TAKEN = ['parked', 'refused', 'turned_away'];

export function CallbackState({ state }: { state: string }) {
  const word = useWord();
  const known = state.toLowerCase();
  return <Tag tone={tones[known] ?? 'plain'}>{word('systems:callbackStates', known)}</Tag>;
}
