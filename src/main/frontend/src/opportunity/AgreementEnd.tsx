import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Tag } from '../ui/Tag';
import { day as shownDay, today } from '../ui/time';

const SOON = 90;

const daysLeft = (day: string) => dayjs(day).diff(today(), 'day');

export const endsSoon = (day: string) => daysLeft(day) <= SOON;

/** When an agreement ends, and how soon that is. */
export function AgreementEnd({ day }: { day: string }) {
  const { t } = useTranslation('opportunity');
  const left = daysLeft(day);
  if (!endsSoon(day)) return <span className="number nowrap">{shownDay(day)}</span>;
  return (
    <Tag tone={left < 0 ? 'bad' : 'warn'} title={shownDay(day)}>
      {left < 0 ? t('agreement.ended') : t('agreement.endsIn', { count: left })}
    </Tag>
  );
}
