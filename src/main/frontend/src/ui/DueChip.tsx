import { ClockCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Tag } from './Tag';
import { minute, span, urgency, useNow } from './time';

/** How much time is left, in words and colour; renewed as time goes by. */
export function DueChip({ created, due }: { created: string; due: string }) {
  const { t } = useTranslation('ui');
  const now = useNow();
  const state = urgency(created, due, now);
  const { unit, count } = span(Date.parse(due) - now);
  const duration = t(`span.${unit}`, { count });
  return (
    <Tag
      tone={state === 'over' ? 'bad' : state === 'soon' ? 'warn' : 'plain'}
      title={t('dueAt', { time: minute(due) })}
    >
      {state === 'over' ? <WarningOutlined /> : state === 'soon' ? <ClockCircleOutlined /> : null}
      {t(state === 'over' ? 'overBy' : 'left', { duration })}
    </Tag>
  );
}
