import { Tag, type Tone } from '../ui/Tag';
import { useWord } from '../ui/words';

const tones: Record<string, Tone> = {
  new: 'plain',
  sending: 'info',
  done: 'good',
  retry: 'warn',
  unknown: 'warn',
  dead: 'bad',
  refused: 'bad',
  cancelled: 'plain',
};

export const CALL_STATES = ['new', 'sending', 'done', 'retry', 'unknown', 'dead', 'cancelled'];

export function CallState({ state }: { state: string }) {
  const word = useWord();
  const known = state.toLowerCase();
  return <Tag tone={tones[known] ?? 'plain'}>{word('systems:states', known)}</Tag>;
}
