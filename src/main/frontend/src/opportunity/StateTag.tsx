import { useTranslation } from 'react-i18next';
import type { OpportunityRow } from '../api/types';
import { Tag, type Tone } from '../ui/Tag';

const tones: Record<string, Tone> = {
  new: 'plain',
  inProgress: 'info',
  converted: 'good',
  terminated: 'bad',
};

/** Where it stands: its stage while it is under way, otherwise what became of it. */
export function OpportunityState({ row }: { row: OpportunityRow }) {
  const { t } = useTranslation('opportunity');
  return (
    <Tag tone={tones[row.state] ?? 'plain'}>
      {row.state === 'inProgress' && row.stage
        ? row.quick && row.stage === 'discovery'
          ? t('stage.quick')
          : t(`stage.${row.stage as 'discovery'}`)
        : t(`state.${row.state as 'new'}`)}
    </Tag>
  );
}
