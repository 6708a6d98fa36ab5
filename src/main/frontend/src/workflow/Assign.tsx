import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiError } from '../api/client';
import type { Task } from '../api/types';
import { useErrorText } from '../ui/Blank';
import { Field } from '../ui/Field';

/** Gives the task to somebody by name; the server knows who may have it. */
export function Assign({ task }: { task: Task }) {
  const { t } = useTranslation('workflow');
  const { t: tu } = useTranslation('ui');
  const { message } = App.useApp();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [to, setTo] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  const assign = async () => {
    if (!to.trim()) return setError(t('assign.missing'));
    setBusy(true);
    try {
      await api.post(`/api/tasks/${task.id}/assign`, { to: to.trim(), revision: task.revision });
      setOpen(false);
      message.success(t('assign.done', { name: to.trim() }));
      await queries.invalidateQueries({ queryKey: ['tasks'] });
    } catch (failure) {
      setError(
        failure instanceof ApiError ? (failure.errors[0]?.message ?? failure.message) : errorText(failure),
      );
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('assign.title')}</Button>
      <Modal
        open={open}
        title={t('assign.title')}
        width={400}
        okText={t('assign.title')}
        cancelText={tu('cancel')}
        confirmLoading={busy}
        destroyOnHidden
        onOk={() => void assign()}
        onCancel={() => setOpen(false)}
        afterClose={() => {
          setTo('');
          setError(undefined);
        }}
      >
        <Field label={t('assign.to')} hint={t('assign.hint')} error={error} required>
          <Input
            autoFocus
            value={to}
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => {
              setTo(event.target.value);
              setError(undefined);
            }}
            onPressEnter={() => void assign()}
          />
        </Field>
      </Modal>
    </>
  );
}
