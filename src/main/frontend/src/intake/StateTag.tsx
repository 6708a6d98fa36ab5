import { useTranslation } from 'react-i18next';
import type { IntakeRow } from '../api/types';
import { Tag, type Tone } from '../ui/Tag';

const tones: Record<IntakeRow['state'], Tone> = {
  atContact: 'plain',
  preAccepted: 'info',
  handled: 'good',
  withdrawn: 'bad',
};

/** What has become of it, and how often it was given back on the way. */
export function IntakeState({ row }: { row: IntakeRow }) {
  const { t } = useTranslation('intake');
  const odd = row.waitsAt === 'matching' || row.waitsAt === 'collaboration';
  return (
    <span className="intake-state">
      <Tag tone={row.outcome === 'impossible' ? 'warn' : tones[row.state]}>{t(`state.${row.state}`)}</Tag>
      {odd && <Tag tone="warn">{t(`waitsAt.${row.waitsAt as 'matching'}`)}</Tag>}
      {row.returns > 0 && row.waitsAt !== 'ended' && (
        <Tag tone="warn">{t('returned', { count: row.returns })}</Tag>
      )}
    </span>
  );
}
