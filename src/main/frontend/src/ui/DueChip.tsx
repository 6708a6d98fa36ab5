import { ClockCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { TaskTime, WorkingCalendar } from '../api/types';
import { Tag } from './Tag';
import { inProvince, minute, span, urgency, useNow, wallTime, workingTime } from './time';

/** How much time is left, in words and colour; renewed as time goes by. Working time where a clock counts it. */
export function DueChip({ created, due, time }: { created: string; due: string; time?: TaskTime | null }) {
  const { t } = useTranslation('ui');
  const now = useNow();
  const counted = time ? workingTime(time, now) : wallTime(created, due, now);
  const state = urgency(counted);
  const { unit, count } = span(counted.left, counted.day);
  const duration = t(`span.${unit}`, { count });
  const beyond = useYearNotLoaded(due, time?.beyond);
  const title = [
    t('dueAt', { time: minute(due) }),
    time && t('inWorkingTime'),
    beyond && t('notLoadedHint', { year: beyond }),
  ];
  return (
    <Tag
      tone={state === 'over' ? 'bad' : time?.stopped ? 'info' : state === 'soon' || beyond ? 'warn' : 'plain'}
      title={title.filter(Boolean).join(' · ')}
    >
      {state === 'over' ? <WarningOutlined /> : state === 'soon' ? <ClockCircleOutlined /> : null}
      {time?.stopped && <span>{t('stopped')} · </span>}
      {t(state === 'over' ? 'overBy' : 'left', { duration })}
      {beyond && <span> · {t('notLoaded', { year: beyond })}</span>}
    </Tag>
  );
}

/**
 * The year of a date in which only weekdays were counted, because its holidays are not loaded.
 *
 * @param beyond what the date's own clock says; without one the province's calendar is asked
 */
function useYearNotLoaded(due: string, beyond: boolean | undefined): number | undefined {
  const year = inProvince(due).year();
  const calendar = useQuery({
    queryKey: ['working-calendar'],
    queryFn: ({ signal }) => api.get<WorkingCalendar>('/api/working-calendar', {}, { signal }),
    staleTime: 600_000,
    enabled: beyond === undefined,
  });
  const known = calendar.data?.years.some((loaded) => loaded.year === year) ?? true;
  return (beyond ?? !known) ? year : undefined;
}
