import { useTranslation } from 'react-i18next';
import { Tag, type Tone } from '../ui/Tag';

const tones: Record<string, Tone> = {
  assessing: 'plain',
  retention: 'info',
  settlement: 'info',
  approval: 'warn',
  ordered: 'info',
  completed: 'good',
  partial: 'warn',
  failed: 'bad',
  retained: 'good',
  withdrawn: 'plain',
};

export function CancellationState({ state }: { state: string }) {
  const { t } = useTranslation('cancellation');
  return <Tag tone={tones[state] ?? 'plain'}>{t(`state.${state as 'approval'}`)}</Tag>;
}
