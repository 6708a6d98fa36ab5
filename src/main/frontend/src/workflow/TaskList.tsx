import { CheckCircleOutlined, InboxOutlined, SortAscendingOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Task, TaskView } from '../api/types';
import { Blank } from '../ui/Blank';
import { DueChip } from '../ui/DueChip';
import { ListEmpty } from '../ui/ListEmpty';
import { PopMenu } from '../ui/PopMenu';
import { Search } from '../ui/Search';
import { minute } from '../ui/time';
import { Waiting } from '../ui/Waiting';
import { useBilingual } from '../ui/words';

const SORTS = ['due,asc', 'created,desc', 'created,asc', 'priority,asc'] as const;

export function TaskList({
  rows,
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
}: {
  rows: Task[];
  total: number | undefined;
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
}) {
  const { t } = useTranslation('workflow');
  const { t: tu } = useTranslation('ui');
  const list = useRef<HTMLUListElement>(null);

  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

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
              {rows.map((task) => (
                <TaskRow
                  key={task.id}
                  task={task}
                  to={address(task.id)}
                  selected={task.id === selected}
                  done={done}
                />
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
      <footer className="tasks-foot">
        <span>{total !== undefined && tu('total', { count: total })}</span>
        <span>
          <kbd>J</kbd> <kbd>K</kbd> {t('keys.move')} <kbd>C</kbd> {t('claim')} <kbd>?</kbd>
        </span>
      </footer>
    </section>
  );
}

function TaskRow({ task, to, selected, done }: { task: Task; to: string; selected: boolean; done: boolean }) {
  const { t } = useTranslation('workflow');
  const bilingual = useBilingual();
  const what = [bilingual(task, 'processName'), bilingual(task, 'subject')].filter(Boolean);
  return (
    <li className="task" data-selected={selected}>
      <Link to={to} aria-current={selected ? 'true' : undefined}>
        <span className="task-first">
          <b>
            {bilingual(task, 'name')}
            {task.customer && ` · ${task.customer.name}`}
          </b>
          {!done && task.due && <DueChip created={task.created} due={task.due} />}
          {done && <span className="muted number">{minute(task.completed ?? task.created)}</span>}
        </span>
        <span className="task-second">
          <span>{[...new Set(what)].join(' · ')}</span>
          <span>{task.assigneeName ?? task.assignee ?? (done ? '' : t('unclaimed'))}</span>
        </span>
        <span className="task-second">
          <code>{task.rootBusinessKey ?? task.businessKey}</code>
          {task.priority < 2 && <span className="task-urgent">{t('urgent')}</span>}
        </span>
      </Link>
    </li>
  );
}
