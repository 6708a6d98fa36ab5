import { CheckCircleOutlined, InboxOutlined, SortAscendingOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Fragment, lazy, Suspense, useEffect, useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Task, TaskView } from '../api/types';
import { withWords } from '../i18n';
import { Blank } from '../ui/Blank';
import { DueChip } from '../ui/DueChip';
import { Key } from '../ui/Key';
import { ListEmpty } from '../ui/ListEmpty';
import { PopMenu } from '../ui/PopMenu';
import { Search } from '../ui/Search';
import { type Counted, useTotal } from '../ui/Total';
import { dueGroup, minute, useNow } from '../ui/time';
import { Waiting } from '../ui/Waiting';
import { runUnderWay } from './bulk-run';
import { TaskChips } from './TaskChips';
import { useBilingual } from '../ui/words';

const BulkBar = lazy(() => withWords(() => import('./actions/BulkBar')));

export function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Views that go by due time where nothing else is asked for. */
const BY_DUE = new Set<TaskView>(['all', 'mine', 'group', 'overdue', 'substituted', 'started', 'team']);
const SORTS = ['due,asc', 'created,desc', 'created,asc', 'priority,asc'] as const;

export function TaskList({
  rows,
  news,
  total,
  selected,
  done,
  address,
  pending,
  error,
  onRetry,
  more,
  loadingMore,
  values,
  change,
  clear,
  filtered,
  searchRef,
  view,
  chosen,
  onChoose,
}: {
  rows: Task[];
  /** What has arrived and is not among the rows yet, and which of the rows have just been. */
  news: { count: number; fresh: ReadonlySet<string>; show: () => void };
  total: Counted | undefined;
  selected: string | undefined;
  /** The view of finished tasks: when, and not how long still. */
  done: boolean;
  address: (id: string) => string;
  pending: boolean;
  error: unknown;
  onRetry: () => void;
  more: (() => void) | undefined;
  loadingMore: boolean;
  values: Record<string, string | undefined>;
  change: (changes: Record<string, string>) => void;
  clear: () => void;
  filtered: boolean;
  searchRef: RefObject<HTMLInputElement | null>;
  view: TaskView;
  /** What a bulk action would act on. */
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}) {
  const { t } = useTranslation('workflow');
  const counted = useTotal();
  const list = useRef<HTMLUListElement>(null);
  const now = useNow();
  const byDue = !values.sort && BY_DUE.has(view);
  const group = (task: Task | undefined) => (byDue && task ? dueGroup(task.due, now) : undefined);

  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  useEffect(() => {
    list.current?.querySelector('[data-fresh=true]')?.scrollIntoView({ block: 'nearest' });
  }, [news.fresh]);

  return (
    <section className="tasks" aria-label={t('list')}>
      <div className="tasks-head">
        <Search
          ref={(input) => {
            searchRef.current = input?.input ?? null;
          }}
          value={values.q}
          placeholder={t('searchHint')}
          onSearch={(q) => change({ q })}
        />
        <PopMenu
          className="framed"
          label={t('sort.title')}
          button={<SortAscendingOutlined />}
          items={SORTS.map((key) => ({
            key,
            label: t(`sort.${key}`),
            checked: key === (values.sort ?? SORTS[0]),
            run: () => change({ sort: key === SORTS[0] ? '' : key }),
          }))}
        />
      </div>
      <div role="status">
        {news.count > 0 && (
          <button type="button" className="tasks-news" onClick={news.show}>
            {t('news', { count: news.count })}
          </button>
        )}
      </div>
      <div className="tasks-scroll">
        {pending ? (
          <Waiting rows={8} />
        ) : rows.length === 0 || error ? (
          <ListEmpty
            error={error}
            onRetry={onRetry}
            filtered={filtered}
            onClear={clear}
            none={
              <Blank
                icon={view === 'done' ? <InboxOutlined /> : <CheckCircleOutlined />}
                title={t(`empty.${view}`)}
                hint={t(`empty.${view}Hint`)}
              />
            }
          />
        ) : (
          <>
            <ul ref={list}>
              {rows.map((task, place) => (
                <Fragment key={task.id}>
                  {group(task) !== group(rows[place - 1]) && (
                    <li className="tasks-group">{t(`due.${group(task)!}`)}</li>
                  )}
                  <TaskRow
                    task={task}
                    to={address(task.id)}
                    selected={task.id === selected}
                    done={done}
                    fresh={news.fresh.has(task.id)}
                    chosen={chosen.has(task.id)}
                    onChoose={() => onChoose(toggled(chosen, task.id))}
                  />
                </Fragment>
              ))}
            </ul>
            {more && (
              <Button type="link" block loading={loadingMore} onClick={more}>
                {t('more')}
              </Button>
            )}
          </>
        )}
      </div>
      {(chosen.size > 0 || runUnderWay()) && (
        <Suspense>
          <BulkBar
            rows={rows}
            total={total}
            query={{ ...values, tab: undefined, view }}
            chosen={chosen}
            onChoose={onChoose}
          />
        </Suspense>
      )}
      <footer className="tasks-foot">
        <span>{total && counted(total)}</span>
        <span>
          <Key of="j" /> <Key of="k" /> {t('keys.move')} <Key of="c" /> {t('claim')} <Key of="?" />
        </span>
      </footer>
    </section>
  );
}

function TaskRow({
  task,
  to,
  selected,
  done,
  fresh,
  chosen,
  onChoose,
}: {
  task: Task;
  to: string;
  selected: boolean;
  done: boolean;
  fresh: boolean;
  chosen: boolean;
  onChoose: () => void;
}) {
  const { t } = useTranslation('workflow');
  const bilingual = useBilingual();
  const what = [bilingual(task, 'processName'), bilingual(task, 'subject')].filter(Boolean);
  return (
    <li className="task" data-selected={selected} data-chosen={chosen} data-fresh={fresh}>
      {!done && (
        <input
          type="checkbox"
          className="task-choice"
          checked={chosen}
          aria-label={t('select', { name: bilingual(task, 'name') })}
          onChange={onChoose}
        />
      )}
      <Link to={to} aria-current={selected ? 'true' : undefined}>
        <span className="task-first">
          <b>
            {bilingual(task, 'name')}
            {task.customer && ` · ${task.customer.name}`}
          </b>
          {!done && task.due && <DueChip created={task.created} due={task.due} time={task.time} />}
          {done && <span className="muted number">{minute(task.completed ?? task.created)}</span>}
        </span>
        <span className="task-second">
          <span>{[...new Set(what)].join(' · ')}</span>
          <span>{task.assigneeName ?? task.assignee ?? (done ? '' : t('unclaimed'))}</span>
        </span>
        <span className="task-second">
          <code>{task.rootBusinessKey ?? task.businessKey}</code>
          <span className="task-chips">
            <TaskChips task={task} short />
            {task.priority < 2 && <span className="task-urgent">{t('urgent')}</span>}
          </span>
        </span>
      </Link>
    </li>
  );
}
