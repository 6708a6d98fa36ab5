import { useTranslation } from 'react-i18next';
import { Tag, type Tone } from '../ui/Tag';

const AUDITS: Record<string, Tone> = {
  asking: 'info',
  different: 'bad',
  same: 'good',
  settled: 'good',
  unknown: 'warn',
};

const DIFFERENCES: Record<string, Tone> = {
  open: 'bad',
  proposed: 'warn',
  repairing: 'info',
  'rolling-back': 'info',
  fixed: 'good',
};

export function AuditState({ state }: { state: string }) {
  const { t } = useTranslation('audit');
  return <Tag tone={AUDITS[state] ?? 'plain'}>{t(`state.${state as 'same'}`)}</Tag>;
}

export function DifferenceState({ state }: { state: string }) {
  const { t } = useTranslation('audit');
  return <Tag tone={DIFFERENCES[state] ?? 'plain'}>{t(`differenceState.${state as 'open'}`)}</Tag>;
}
