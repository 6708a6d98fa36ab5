import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { withWords } from '../i18n';
import { instanceTimelineQuery } from './queries';
import { Timeline } from './Timeline';

const MatterLink = lazy(() => withWords(() => import('./matter/MatterLink')));

/** What happened to the task's instance, and the way to the whole matter it belongs to. */
export default function HistoryTab({
  instanceId,
  matter,
}: {
  instanceId: string;
  matter: string | undefined;
}) {
  const timeline = useQuery(instanceTimelineQuery(instanceId));
  return (
    <>
      {matter && (
        <p className="history-matter">
          <Suspense>
            <MatterLink id={matter} />
          </Suspense>
        </p>
      )}
      <Timeline entries={timeline.data} error={timeline.error} onRetry={() => void timeline.refetch()} />
    </>
  );
}
