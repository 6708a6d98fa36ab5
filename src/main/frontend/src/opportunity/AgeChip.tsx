import { ClockCircleOutlined, WarningFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { OpportunityRow } from '../api/types';
import { Tag } from '../ui/Tag';

const tones = { fresh: 'plain', aging: 'warn', over: 'bad' } as const;

/** For how many working days it has been at its stage; the colour only helps. */
export function AgeChip({ row }: { row: OpportunityRow }) {
  const { t } = useTranslation('opportunity');
  if (!row.stageSince || row.ended) return null;
  const age = row.age as keyof typeof tones;
  return (
    <Tag tone={tones[age]} title={t(`age.${age}`)}>
      {age === 'fresh' ? <ClockCircleOutlined aria-hidden /> : <WarningFilled aria-hidden />}
      {t('ageDays', { count: row.ageDays })}
    </Tag>
  );
}
