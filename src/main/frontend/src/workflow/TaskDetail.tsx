import { ArrowLeftOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearchParams } from 'react-router';
import { api, ApiError, OfflineError } from '../api/client';
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
import { withWords } from '../i18n';
import { actionsQuery, NEXT_HOURS, opinionsQuery, taskQuery } from './queries';
import { TaskActions } from './TaskActions';
import { TaskChips } from './TaskChips';
import { TaskFormTab, type Lost } from './TaskFormTab';
import { WhyButton } from './WhyButton';

const Comments = lazy(() => withWords(() => import('./Comments')));
const HistoryTab = lazy(() => import('./HistoryTab'));
const Attachments = lazy(() => withWords(() => import('./actions/Attachments')));
const OpinionStrip = lazy(() => withWords(() => import('./actions/OpinionStrip')));
const InstanceDiagram = lazy(() => import('./InstanceDiagram'));
const TaskClock = lazy(() => withWords(() => import('./TaskClock')));
const CustomerTab = lazy(() => withWords(() => import('./CustomerTab')));

/** Where a business object has a page of its own, by how its number begins. */
const PLACES: Record<string, string> = {
  PO: 'orders',
  OP: 'opportunities',
  IN: 'intakes',
  SC: 'cancellations',
};

type Tab = 'form' | 'diagram' | 'history' | 'comments' | 'attachments' | 'customer';

export function TaskDetail({
  id,
  known,
  back,
  onDone,
  onMoved,
}: {
  id: string;
  /** Its row in the list, shown until the task itself has come. */
  known: Task | undefined;
  back: string;
  onDone: (id: string) => void;
  /** A return or a taking back has made a new task of it. */
  onMoved: (id: string) => void;
}) {
  const { t } = useTranslation('workflow');
  const me = useMe();
  const bilingual = useBilingual();
  const errorText = useErrorText();
  const { message } = useToasts();
  const queries = useQueryClient();
  const task = useQuery({ ...taskQuery(id), placeholderData: known, refetchInterval: NEXT_HOURS });
  const [params, setParams] = useSearchParams();
  const tab = (params.get('tab') ?? 'form') as Tab;
  const [busy, setBusy] = useState(false);
  const [lost, setLost] = useState<Lost>();
  const [completing, setCompleting] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const location = useLocation();
  const complete = useRef<() => void>(undefined);

  const row = task.data;
  // the heading is there once its task is
  const shown = !!row;
  useEffect(() => {
    if (shown && (location.state as { focus?: boolean } | null)?.focus) heading.current?.focus();
  }, [location.state, shown]);
  const actions = useQuery({ ...actionsQuery(id), enabled: !!row });
  const opinions = useQuery({ ...opinionsQuery(id), enabled: row?.kind === 'task' });
  const open = row?.state === 'created' || row?.state === 'claimed';
  const mine = open && row?.assignee === me.id && !row.delegated;
  const may = (action: string) => actions.data?.some((one) => one.action === action && one.allowed) ?? true;
  const free = open && !row?.assignee && may('claim');

  const claim = async () => {
    if (!row || busy) return;
    setBusy(true);
    setLost(undefined);
    try {
      const answer = await api.post<Task | undefined>(`/api/tasks/${id}/claim`, {
        revision: row.revision,
      });
      if (answer) queries.setQueryData(taskQuery(id).queryKey, answer);
      message.success(t('claimed'));
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
    ...(free ? [{ keys: 'c', text: t('keys.claim'), run: () => void claim() }] : []),
    ...(mine ? [{ keys: 'mod+Enter', text: t('keys.complete'), run: () => complete.current?.() }] : []),
  ]);

  // what stands on the screen stays while the server cannot be reached
  if (task.error && !(row && task.error instanceof OfflineError))
    return <Failure error={task.error} onRetry={() => void task.refetch()} />;
  if (!row) return <Waiting rows={8} />;

  const order = row.rootBusinessKey ?? row.businessKey ?? '';
  const place = PLACES[order.slice(0, 2)];
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
          {open && row.due && <DueChip created={row.created} due={row.due} time={row.time} />}
          <TaskActions
            task={row}
            actions={actions.data}
            busy={busy}
            onClaim={() => void claim()}
            onMoved={onMoved}
          />
        </div>
        <div className="detail-meta">
          <span>{bilingual(row, 'processName')}</span>
          {bilingual(row, 'subject') && <span>{bilingual(row, 'subject')}</span>}
          <span>{place ? <Link to={`/${place}/${order}`}>{order}</Link> : <code>{order}</code>}</span>
          {row.due && <span>{t('dueAt', { time: minute(row.due) })}</span>}
          <span>
            {row.assignee ? t('assignedTo', { name: row.assigneeName ?? row.assignee }) : t('unclaimed')}
          </span>
          <TaskChips task={row} />
          <WhyButton task={row} />
        </div>
        {open && (
          <Suspense>
            <TaskClock taskId={id} acting={mine || free} />
          </Suspense>
        )}
      </header>
      {!!opinions.data?.length && (
        <Suspense>
          <OpinionStrip task={row} opinions={opinions.data} />
        </Suspense>
      )}
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
                onClaim={() => void claim()}
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
          {
            key: 'history',
            label: t('tab.history'),
            children: (
              <Suspense fallback={<Waiting />}>
                <HistoryTab instanceId={row.instanceId} matter={place && order} />
              </Suspense>
            ),
          },
          {
            key: 'comments',
            label: t('tab.comments'),
            children: (
              <Suspense fallback={<Waiting />}>
                <Comments task={row} />
              </Suspense>
            ),
          },
          {
            key: 'attachments',
            label: t('tab.attachments'),
            children: (
              <Suspense fallback={<Waiting />}>
                <Attachments task={row} />
              </Suspense>
            ),
          },
          ...(row.customer && me.modules.includes('orders')
            ? [
                {
                  key: 'customer' as const,
                  label: t('tab.customer'),
                  children: (
                    <Suspense fallback={<Waiting />}>
                      <CustomerTab id={row.customer.id} taskId={id} />
                    </Suspense>
                  ),
                },
              ]
            : []),
        ]}
      />
    </>
  );
}
