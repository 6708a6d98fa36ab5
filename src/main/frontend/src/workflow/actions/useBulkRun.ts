import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiError } from '../../api/client';
import type { BulkItem, BulkRun, Page } from '../../api/types';
import { useErrorText } from '../../ui/Blank';
import { useToasts } from '../../ui/toasts';
import { follow, letGo, runUnderWay } from '../bulk-run';

export interface BulkWish {
  action: 'claim' | 'unclaim' | 'urge' | 'assign' | 'complete' | 'delegate' | 'cc' | 'follow-up' | 'comment';
  to?: string;
  on?: string;
  reason?: string;
}

const PAGE = 200;

/** One action on many tasks, carried out by the server: how far it is, and at its end what was left. */
export function useBulkRun(onEnd: (left: BulkItem[]) => void) {
  const { t } = useTranslation('actions');
  const { message } = useToasts();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const [id, setId] = useState(runUnderWay);
  const run = useQuery({
    queryKey: ['bulk-run', id],
    queryFn: ({ signal }) => api.get<BulkRun>(`/api/tasks/bulk-runs/${id}`, undefined, { signal }),
    enabled: !!id,
    refetchInterval: 600,
  });
  const finished = run.data?.finished ? run.data : undefined;

  useEffect(() => {
    if (!finished) return;
    const end = async () => {
      const left: BulkItem[] = [];
      for (const state of ['failed', 'stopped']) {
        const path = `/api/tasks/bulk-runs/${finished.id}/items`;
        for (let page = 0, more = true; more; page++) {
          const { items } = await api.get<Page<BulkItem>>(path, { state, page, size: PAGE });
          left.push(...items);
          more = items.length === PAGE;
        }
      }
      // not before: the bar stands as long as a run is under way, and what was left would go with it
      letGo();
      setId(null);
      if (finished.done > 0) message.success(t('bulk.ok', { count: finished.done }));
      onEnd(left);
      await queries.invalidateQueries({ queryKey: ['tasks'] });
    };
    void end();
    // once for each run that ends
  }, [finished?.id]);

  const gone = !!id && run.error instanceof ApiError && run.error.status === 404;
  useEffect(() => {
    if (!gone) return;
    letGo();
    setId(null);
    onEnd([]);
  }, [gone]);

  const start = async (wish: BulkWish, ids: string[]) => {
    try {
      const begun = await api.post<BulkRun>('/api/tasks/bulk-runs', { ...wish, ids });
      queries.setQueryData(['bulk-run', String(begun.id)], begun);
      follow(begun.id);
      setId(String(begun.id));
    } catch (failure) {
      message.error(errorText(failure));
    }
  };
  const stop = () => void api.post(`/api/tasks/bulk-runs/${id}/stop`).then(() => run.refetch());

  return { running: id ? (run.data ?? null) : undefined, start, stop };
}
