import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, ApiError } from '../api/client';
import type { FieldError, Task } from '../api/types';
import { Failure, useErrorText } from '../ui/Blank';
import { Key } from '../ui/Key';
import { useToasts } from '../ui/toasts';
import { Waiting } from '../ui/Waiting';
import { useBilingual } from '../ui/words';
import { withWords } from '../i18n';
import { forget, keep, kept, useDraftState } from './typed';
import { taskDraftQuery, taskFormQuery } from './queries';
import type { FormHandle } from './FormView';

const FormAlerts = lazy(() => import('./FormAlerts'));
const FormView = lazy(() => import('./FormView'));
const AuditFacts = lazy(() => withWords(() => import('../audit/AuditFacts')));
const FalloutFacts = lazy(() => withWords(() => import('../provisioning/FalloutFacts')));
const DraftNote = lazy(() => withWords(() => import('./drafts/DraftNote')));

/** Somebody else was quicker. */
export interface Lost {
  who?: string;
  at?: string;
  text: string;
}

export function TaskFormTab({
  task,
  mine,
  free,
  lost,
  busy,
  completing,
  setCompleting,
  completeRef,
  onClaim,
  onLost,
  onDone,
}: {
  task: Task;
  mine: boolean;
  free: boolean;
  lost: Lost | undefined;
  busy: boolean;
  completing: boolean;
  setCompleting: (value: boolean) => void;
  /** Lets the page's shortcut complete the task. */
  completeRef: RefObject<(() => void) | undefined>;
  onClaim: () => void;
  onLost: (lost: Lost | undefined) => void;
  onDone: () => void;
}) {
  const { t } = useTranslation('workflow');
  const { notification } = useToasts();
  const bilingual = useBilingual();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const open = task.state === 'created' || task.state === 'claimed';
  const form = useQuery({ ...taskFormQuery(task.id), enabled: open });
  const handle = useRef<FormHandle>(null);
  const [refusal, setRefusal] = useState<{ text: string; errors: FieldError[] }>();
  const editable = mine || free;
  const draft = useQuery({ ...taskDraftQuery(task.id), enabled: open && editable && !kept(task.id) });
  const draftState = useDraftState(task.id);
  /** Grows where the form has to begin anew with other data. */
  const [beginning, setBeginning] = useState(0);
  const began = !!kept(task.id) || !open || !editable || !draft.isLoading;
  const restored = draft.data?.own ? draft.data.data : undefined;

  const beginAnew = async () => {
    forget(task.id);
    await draft.refetch();
    setBeginning(beginning + 1);
  };

  const entered = () => kept(task.id) ?? { ...form.data?.data, ...restored };

  const correct = (characteristics: string) => {
    keep(task.id, { ...entered(), action: 'correct', characteristics });
    setBeginning(beginning + 1);
  };

  /** How the task stands now; what was typed stays. */
  const renew = async () => {
    onLost(undefined);
    setRefusal(undefined);
    await queries.invalidateQueries({ queryKey: ['tasks'] });
  };

  const complete = async () => {
    if (!mine || completing || !form.data) return;
    const data = handle.current?.submit();
    if (!data) return setRefusal({ text: t('formErrors'), errors: [] });
    setCompleting(true);
    setRefusal(undefined);
    try {
      await api.post(`/api/tasks/${task.id}/complete`, { data, revision: task.revision });
      forget(task.id);
      onDone();
      notification.success({
        title: t('completed', { name: bilingual(task, 'name') }),
        // a toast stands outside the pages, where the router's own links do not work
        description: (
          <a
            href={`/app/inbox/done/${task.id}`}
            onClick={(event) => {
              event.preventDefault();
              void navigate(`/inbox/done/${task.id}`);
            }}
          >
            {t('showCompleted')}
          </a>
        ),
        duration: 5,
      });
    } catch (failure) {
      const conflict = failure instanceof ApiError && failure.status === 409;
      if (conflict && failure.problem.claimedBy) {
        const { claimedBy, claimedByName, claimedAt } = failure.problem;
        onLost({ who: claimedByName ?? claimedBy, at: claimedAt, text: failure.message });
      } else {
        const errors = failure instanceof ApiError ? failure.errors : [];
        handle.current?.showErrors(errors);
        setRefusal({ text: errorText(failure), errors });
      }
      if (conflict) await queries.invalidateQueries({ queryKey: ['tasks'] });
    } finally {
      setCompleting(false);
    }
  };
  useEffect(() => {
    completeRef.current = () => void complete();
    return () => {
      completeRef.current = undefined;
    };
  });

  if (open && form.error && !form.data)
    return <Failure error={form.error} onRetry={() => void form.refetch()} />;
  return (
    <div className="task-form">
      <div className="task-form-scroll">
        {(lost || !open) && (
          <Suspense>
            <FormAlerts lost={lost} completed={!open} onRenew={() => void renew()} />
          </Suspense>
        )}
        {draft.data && editable && (
          <Suspense>
            <DraftNote
              taskId={task.id}
              draft={draft.data}
              onTaken={() => void beginAnew()}
              onDropped={() => void (draft.data?.own ? beginAnew() : draft.refetch())}
            />
          </Suspense>
        )}
        {form.data && began ? (
          <Suspense fallback={<Waiting />}>
            <FormView
              key={beginning}
              ref={handle}
              schema={form.data.schema}
              data={entered()}
              readOnly={!editable}
              onChange={(data) => keep(task.id, data)}
            />
          </Suspense>
        ) : (
          open && <Waiting />
        )}
        {open && form.data && task.activity === 'settleDifferences' && (
          <Suspense>
            <AuditFacts id={task.businessKey!} />
          </Suspense>
        )}
        {open && form.data && task.activity === 'resolveFallout' && (
          <Suspense>
            <FalloutFacts
              id={task.businessKey!}
              characteristics={() => entered().characteristics}
              onCorrect={editable ? correct : undefined}
            />
          </Suspense>
        )}
      </div>
      {open && (
        <footer className="task-form-bar">
          <div className="task-form-note" role="status">
            {refusal ? (
              <span className="task-form-refusal">
                {refusal.text}
                {refusal.errors.length > 0 && ` ${refusal.errors.map((error) => error.message).join(' ')}`}
              </span>
            ) : free ? (
              t('claimFirst')
            ) : task.delegated ? (
              t('delegatedNote', { name: task.ownerName })
            ) : mine ? (
              draftState !== 'none' && t(`draft.${draftState}`)
            ) : task.assignee ? (
              t('othersTask', { name: task.assigneeName ?? task.assignee })
            ) : (
              t('readOnly', { name: t('withGroup') })
            )}
          </div>
          {free && (
            <Button type="primary" loading={busy} onClick={onClaim}>
              {t('claim')}
            </Button>
          )}
          {mine && (
            <Button type="primary" loading={completing} onClick={() => void complete()}>
              {t(task.kind === 'opinion' ? 'opinionSend' : 'complete')} <Key of="mod+Enter" />
            </Button>
          )}
        </footer>
      )}
    </div>
  );
}
