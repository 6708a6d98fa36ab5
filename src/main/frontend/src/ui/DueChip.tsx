import { ClockCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { WorkingCalendar } from '../api/types';
import { Tag } from './Tag';
import { inProvince, minute, span, urgency, useNow } from './time';

/** How much time is left, in words and colour; renewed as time goes by. */
export function DueChip({ created, due }: { created: string; due: string }) {
  const { t } = useTranslation('ui');
  const now = useNow();
  const state = urgency(created, due, now);
  const { unit, count } = span(Date.parse(due) - now);
  const duration = t(`span.${unit}`, { count });
  const beyond = useYearNotLoaded(due);
  const at = t('dueAt', { time: minute(due) });
  return (
    <Tag
      tone={state === 'over' ? 'bad' : state === 'soon' || beyond ? 'warn' : 'plain'}
      title={beyond ? `${at} · ${t('notLoadedHint', { year: beyond })}` : at}
    >
      {state === 'over' ? <WarningOutlined /> : state === 'soon' ? <ClockCircleOutlined /> : null}
      {t(state === 'over' ? 'overBy' : 'left', { duration })}
      {beyond && <span> · {t('notLoaded', { year: beyond })}</span>}
    </Tag>
  );
}

/** The year of a date in which only weekdays were counted, because its holidays are not loaded. */
function useYearNotLoaded(due: string): number | undefined {
  const year = inProvince(due).year();
  const far = year > inProvince(Date.now()).year();
  const calendar = useQuery({
    queryKey: ['working-calendar'],
    queryFn: ({ signal }) => api.get<WorkingCalendar>('/api/working-calendar', {}, { signal }),
    staleTime: 600_000,
    enabled: far,
  });
  const known = calendar.data?.years.some((loaded) => loaded.year === year) ?? true;
  return far && !known ? year : undefined;
}
