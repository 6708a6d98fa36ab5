import { ArrowLeftOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearchParams } from 'react-router';
import { api, ApiError } from '../api/client';
import type { Task } from '../api/types';
import { useMe } from '../shell/session';
import { Failure, useErrorText } from '../ui/Blank';
import { DueChip } from '../ui/DueChip';
import { useShortcuts } from '../ui/shortcuts';
import { Tabs } from '../ui/Tabs';
import { useToasts } from '../ui/toasts';
import { Waiting } from '../ui/Waiting';
import { minute } from '../ui/time';
import { useBilingual } from '../ui/words';
import { Assign } from './Assign';
import { instanceTimelineQuery, taskQuery } from './queries';
import { TaskFormTab, type Lost } from './TaskFormTab';
import { Timeline } from './Timeline';

const Comments = lazy(() => import('./Comments'));
const InstanceDiagram = lazy(() => import('./InstanceDiagram'));

type Tab = 'form' | 'diagram' | 'history' | 'comments';

export function TaskDetail({ id, back, onDone }: { id: string; back: string; onDone: (id: string) => void }) {
  const { t } = useTranslation('workflow');
  const me = useMe();
  const bilingual = useBilingual();
  const errorText = useErrorText();
  const { message } = useToasts();
  const queries = useQueryClient();
  const task = useQuery(taskQuery(id));
  const [params, setParams] = useSearchParams();
  const tab = (params.get('tab') ?? 'form') as Tab;
  const [busy, setBusy] = useState(false);
  const [lost, setLost] = useState<Lost>();
  const [completing, setCompleting] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const location = useLocation();
  const complete = useRef<() => void>(undefined);

  useEffect(() => {
    if ((location.state as { focus?: boolean } | null)?.focus) heading.current?.focus();
  }, [location.state]);

  const row = task.data;
  const open = row?.state !== 'completed';
  const mine = open && row?.assignee === me.id;
  const free = open && !row?.assignee;

  const act = async (action: 'claim' | 'unclaim') => {
    if (!row || busy) return;
    setBusy(true);
    setLost(undefined);
    try {
      const answer = await api.post<Task | undefined>(`/api/tasks/${id}/${action}`, {
        revision: row.revision,
      });
      if (answer) queries.setQueryData(taskQuery(id).queryKey, answer);
      message.success(t(action === 'claim' ? 'claimed' : 'unclaimed_'));
    } catch (failure) {
      if (failure instanceof ApiError && failure.status === 409) {
        const { claimedBy, claimedByName, claimedAt } = failure.problem;
        setLost({ who: claimedByName ?? claimedBy, at: claimedAt, text: failure.message });
      } else {
        message.error(errorText(failure));
      }
    } finally {
      await queries.invalidateQueries({ queryKey: ['tasks'] });
      setBusy(false);
    }
  };

  useShortcuts([
    ...(free ? [{ keys: 'c', text: t('keys.claim'), run: () => void act('claim') }] : []),
    ...(mine ? [{ keys: 'mod+Enter', text: t('keys.complete'), run: () => complete.current?.() }] : []),
  ]);

  if (task.error) return <Failure error={task.error} onRetry={() => void task.refetch()} />;
  if (!row) return <Waiting rows={8} />;

  const order = row.rootBusinessKey ?? row.businessKey ?? '';
  return (
    <>
      <header className="detail-head">
        <div className="detail-title">
          <Link to={back} className="detail-back" aria-label={t('back')}>
            <ArrowLeftOutlined />
          </Link>
          <h1 ref={heading} tabIndex={-1} title={row.customer?.name ?? undefined}>
            {bilingual(row, 'name')}
            {row.customer && ` · ${row.customer.name}`}
          </h1>
          {open && row.due && <DueChip created={row.created} due={row.due} />}
          <div className="detail-actions">
            {(mine || free) && <Assign task={row} />}
            {mine && (
              <Button disabled={busy} onClick={() => void act('unclaim')}>
                {t('unclaim')}
              </Button>
            )}
            {free && (
              <Button type="primary" loading={busy} onClick={() => void act('claim')}>
                {t('claim')} <kbd aria-hidden>C</kbd>
              </Button>
            )}
          </div>
        </div>
        <div className="detail-meta">
          <span>{bilingual(row, 'processName')}</span>
          {bilingual(row, 'subject') && <span>{bilingual(row, 'subject')}</span>}
          <span>
            {order.startsWith('PO') ? <Link to={`/orders/${order}`}>{order}</Link> : <code>{order}</code>}
          </span>
          {row.due && <span>{t('dueAt', { time: minute(row.due) })}</span>}
          <span>
            {row.assignee ? t('assignedTo', { name: row.assigneeName ?? row.assignee }) : t('unclaimed')}
          </span>
        </div>
      </header>
      <Tabs<Tab>
        className="detail-tabs"
        label={t('task')}
        active={tab}
        onChange={(key) =>
          setParams(
            (before) => {
              if (key === 'form') before.delete('tab');
              else before.set('tab', key);
              return before;
            },
            { replace: true },
          )
        }
        tabs={[
          {
            key: 'form',
            label: t('tab.form'),
            children: (
              <TaskFormTab
                task={row}
                mine={mine}
                free={free}
                lost={lost}
                busy={busy}
                completing={completing}
                setCompleting={setCompleting}
                completeRef={complete}
                onClaim={() => void act('claim')}
                onLost={setLost}
                onDone={() => onDone(id)}
              />
            ),
          },
          {
            key: 'diagram',
            label: t('tab.diagram'),
            children: (
              <Suspense fallback={<div className="diagram-wait" />}>
                <InstanceDiagram instanceId={row.instanceId} />
              </Suspense>
            ),
          },
          { key: 'history', label: t('tab.history'), children: <History instanceId={row.instanceId} /> },
          {
            key: 'comments',
            label: t('tab.comments'),
            children: (
              <Suspense fallback={<Waiting />}>
                <Comments task={row} />
              </Suspense>
            ),
          },
        ]}
      />
    </>
  );
}

function History({ instanceId }: { instanceId: string }) {
  const timeline = useQuery(instanceTimelineQuery(instanceId));
  return <Timeline entries={timeline.data} error={timeline.error} onRetry={() => void timeline.refetch()} />;
}
