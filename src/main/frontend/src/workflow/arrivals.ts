import { useEffect, useRef, useState } from 'react';
import { onLiveEvent } from '../api/live';
import type { Task } from '../api/types';

/** What brings a task into somebody's list. */
const ARRIVING = new Set([
  'created',
  'assigned',
  'unclaimed',
  'delegated',
  'resolved',
  'recalled',
  'escalated',
]);

interface News {
  /** The list they are news of: another view or filter begins anew. */
  of: string;
  waiting: ReadonlySet<string>;
  shown: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Rows that came while somebody was looking wait until they are asked for, so that nothing moves under the hand.
 *
 * @param list what the rows are a list of
 */
export function useArrivals(rows: Task[], list: string) {
  const [kept, setNews] = useState<News>({ of: list, waiting: NONE, shown: NONE });
  const news = kept.of === list ? kept : { of: list, waiting: NONE, shown: NONE };
  const waiting = rows.filter(({ id }) => news.waiting.has(id));
  // an empty list has nothing that could move
  const visible = waiting.length === rows.length ? rows : rows.filter(({ id }) => !news.waiting.has(id));

  const known = useRef<{ list: string; ids: ReadonlySet<string> }>(undefined);
  useEffect(() => {
    known.current = { list, ids: new Set(rows.map(({ id }) => id)) };
  }, [rows, list]);
  useEffect(
    () =>
      onLiveEvent((event) => {
        if (event.type !== 'task' || !ARRIVING.has(event.change)) return;
        const now = known.current;
        if (!now?.ids.size || now.ids.has(event.taskId)) return;
        setNews(({ of, waiting, shown }) =>
          of === now.list
            ? { of, waiting: new Set(waiting).add(event.taskId), shown }
            : { of: now.list, waiting: new Set([event.taskId]), shown: NONE },
        );
      }),
    [],
  );

  return {
    rows: visible,
    count: visible === rows ? 0 : waiting.length,
    fresh: news.shown,
    show: () => setNews({ of: list, waiting: NONE, shown: new Set(waiting.map(({ id }) => id)) }),
  };
}
