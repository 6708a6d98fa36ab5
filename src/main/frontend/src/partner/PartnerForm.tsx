import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiError } from '../api/client';
import { Failure, useErrorText } from '../ui/Blank';
import { DueChip } from '../ui/DueChip';
import { useToasts } from '../ui/toasts';
import { Waiting } from '../ui/Waiting';
import { useBilingual } from '../ui/words';
import type { FormHandle } from '../workflow/FormView';
import { taskFormQuery, taskQuery } from '../workflow/queries';
import { forget, keep, kept } from '../workflow/typed';

const FormView = lazy(() => import('../workflow/FormView'));

/** What the partner's people have to say now; whoever sends it has taken the task upon themselves by that. */
export function PartnerForm({ taskId, orderId }: { taskId: string; orderId: string }) {
  const { t } = useTranslation('partner');
  const bilingual = useBilingual();
  const errorText = useErrorText();
  const { message } = useToasts();
  const queries = useQueryClient();
  const task = useQuery(taskQuery(taskId));
  const form = useQuery(taskFormQuery(taskId));
  const handle = useRef<FormHandle>(null);
  const [refusal, setRefusal] = useState<string>();
  const [sending, setSending] = useState(false);

  const send = async () => {
    const data = handle.current?.submit();
    if (!data || !task.data) return setRefusal(t('incomplete'));
    setSending(true);
    setRefusal(undefined);
    try {
      await api.post(`/api/tasks/${taskId}/complete`, { data, revision: task.data.revision });
      forget(taskId);
      message.success(t('sent', { order: orderId }));
    } catch (failure) {
      const errors = failure instanceof ApiError ? failure.errors : [];
      handle.current?.showErrors(errors);
      setRefusal([errorText(failure), ...errors.map((error) => error.message)].join(' '));
    } finally {
      await queries.invalidateQueries({ queryKey: ['tasks'] });
      setSending(false);
    }
  };

  const error = task.error ?? form.error;
  if (error)
    return <Failure error={error} onRetry={() => void Promise.all([task.refetch(), form.refetch()])} />;
  if (!task.data || !form.data) {
    return (
      <section className="card partner-card">
        <Waiting />
      </section>
    );
  }
  return (
    <section className="card partner-card" aria-label={bilingual(task.data, 'name')}>
      <header className="partner-form-head">
        <h2>{bilingual(task.data, 'name')}</h2>
        {task.data.due && <DueChip created={task.data.created} due={task.data.due} />}
      </header>
      <Suspense fallback={<Waiting />}>
        <FormView
          ref={handle}
          schema={form.data.schema}
          data={kept(taskId) ?? form.data.data}
          readOnly={sending}
          onChange={(data) => keep(taskId, data)}
        />
      </Suspense>
      <footer className="partner-form-bar">
        <span className="task-form-refusal" role="status">
          {refusal}
        </span>
        <Button type="primary" loading={sending} onClick={() => void send()}>
          {t('send')}
        </Button>
      </footer>
    </section>
  );
}
