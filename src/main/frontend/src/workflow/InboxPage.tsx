import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useParams } from 'react-router';
import { useLiveStatus } from '../api/live';
import type { Task, TaskView } from '../api/types';
import { useFilters } from '../ui/filters';
import { useTitle } from '../ui/PageHead';
import { useShortcuts } from '../ui/shortcuts';
import { useArrivals } from './arrivals';
import { NEXT_HOURS, tasksQuery } from './queries';
import { NothingSelected } from './NothingSelected';
import { TaskDetail } from './TaskDetail';
import { TaskList, toggled } from './TaskList';
import { useUsual } from './filters/usual';
import { Views } from './Views';
import './inbox.css';

export const VIEWS: TaskView[] = [
  'all',
  'mine',
  'group',
  'overdue',
  'substituted',
  'later',
  'started',
  'team',
  'cc',
  'done',
];

const NONE: Task[] = [];

/** Views, the list, the task: one page, whose whole state stands in its address. */
export default function InboxPage() {
  const { t } = useTranslation('workflow');
  const params = useParams();
  const view = (VIEWS as string[]).includes(params.view ?? '') ? (params.view as TaskView) : 'all';
  const { taskId } = params;
  const navigate = useNavigate();
  const location = useLocation();
  const queries = useQueryClient();
  const { values, change, clear, filtered } = useFilters();
  const polling = useLiveStatus() === 'polling';
  const deciding = useUsual();
  const search = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  useTitle(t('title'));

  const tasks = useInfiniteQuery({
    ...tasksQuery({ ...values, tab: undefined, view }),
    refetchInterval: polling ? 30_000 : NEXT_HOURS,
  });
  const found = useMemo(() => tasks.data?.pages.flatMap((page) => page.items) ?? [], [tasks.data]);
  // what is done moves under nobody's hand
  const news = useArrivals(
    view === 'done' ? NONE : found,
    JSON.stringify({ ...values, tab: undefined, view }),
  );
  const rows = view === 'done' ? found : news.rows;
  const total = tasks.data?.pages[0];

  const address = useCallback(
    (id: string | undefined, toView = view) => {
      const query = new URLSearchParams(
        Object.entries(values).filter(
          ([name, value]) => value && name !== 'tab' && (name !== 'assignee' || toView === 'team'),
        ) as [string, string][],
      ).toString();
      return `/inbox/${toView}${id ? `/${id}` : ''}${query ? `?${query}` : ''}`;
    },
    [values, view],
  );

  // keys may come faster than the page is drawn
  const at = useRef(taskId);
  useEffect(() => {
    at.current = taskId;
  }, [taskId]);
  const move = (step: number) => {
    const index = rows.findIndex(({ id }) => id === at.current);
    const row = rows[Math.min(Math.max(index + step, 0), rows.length - 1)];
    if (!row) return;
    at.current = row.id;
    void navigate(address(row.id));
  };

  // with room for both, the first task is shown beside the list
  const done = useRef<string>(undefined);
  const first = rows.find(({ id }) => id !== done.current)?.id;
  useEffect(() => {
    if (!deciding && !taskId && first && window.matchMedia('(min-width: 1100px)').matches) {
      at.current = first;
      void navigate(address(first), { replace: true });
    }
  }, [deciding, taskId, first, address, navigate]);

  useShortcuts([
    { keys: 'j', text: t('keys.next'), run: () => move(1) },
    { keys: 'k', text: t('keys.previous'), run: () => move(-1) },
    {
      keys: 'x',
      text: t('keys.select'),
      run: () => at.current && view !== 'done' && setChosen(toggled(chosen, at.current)),
    },
    { keys: '/', text: t('keys.search'), run: () => search.current?.focus() },
  ]);

  /** After a task is done the next one is at hand. */
  const onDone = (id: string) => {
    done.current = id;
    const place = rows.findIndex((row) => row.id === id);
    const next = rows[place + 1] ?? rows[place - 1];
    at.current = next?.id;
    void navigate(address(next?.id), { state: { focus: true } });
  };

  // asked for before the next task stands there, answers would be drawn first
  useEffect(() => {
    if ((location.state as { focus?: boolean } | null)?.focus)
      void queries.invalidateQueries({ queryKey: ['tasks'] }, { cancelRefetch: false });
  }, [location, queries]);

  return (
    <div className="inbox" data-open={!!taskId}>
      <Views view={view} address={address} />
      <TaskList
        rows={rows}
        news={news}
        total={total}
        selected={taskId}
        done={view === 'done'}
        address={address}
        pending={tasks.isPending}
        error={tasks.error}
        onRetry={() => void tasks.refetch()}
        more={tasks.hasNextPage ? () => void tasks.fetchNextPage() : undefined}
        loadingMore={tasks.isFetchingNextPage}
        values={values}
        change={change}
        clear={clear}
        filtered={filtered}
        searchRef={search}
        view={view}
        chosen={chosen}
        onChoose={setChosen}
      />
      <section className="inbox-detail" aria-label={t('task')}>
        {taskId ? (
          <TaskDetail
            key={taskId}
            id={taskId}
            known={rows.find(({ id }) => id === taskId)}
            back={address(undefined)}
            onDone={onDone}
            onMoved={(id) => void navigate(address(id, 'mine'))}
          />
        ) : (
          <NothingSelected empty={!tasks.isPending && rows.length === 0} />
        )}
      </section>
    </div>
  );
}
