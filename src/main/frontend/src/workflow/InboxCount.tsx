import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLiveStatus } from '../api/live';
import { taskCountsQuery } from './queries';

/** How much lies in the inbox, for the menu. */
export function InboxCount() {
  const { t } = useTranslation('workflow');
  const polling = useLiveStatus() === 'polling';
  const { data } = useQuery({ ...taskCountsQuery, refetchInterval: polling ? 30_000 : 120_000 });
  if (!data?.all) return null;
  return (
    <span className="rail-count" aria-label={t('openTasks', { count: data.all })}>
      {data.all > 999 ? '999+' : data.all}
    </span>
  );
}
