import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Modal, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiError } from '../api/client';
import type { Colleague, Page, Task } from '../api/types';
import { useErrorText } from '../ui/Blank';
import { Field } from '../ui/Field';
import { useToasts } from '../ui/toasts';

export default function AssignDialog({
  task,
  open,
  onClose,
}: {
  task: Task;
  open: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation('workflow');
  const { t: tu } = useTranslation('ui');
  const { message } = useToasts();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const [to, setTo] = useState<{ value: string; label: string }>();
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), 250);
    return () => clearTimeout(timer);
  }, [text]);
  const people = useQuery({
    queryKey: ['people', asked],
    queryFn: ({ signal }) => api.get<Page<Colleague>>('/api/people', { q: asked, size: 20 }, { signal }),
    placeholderData: keepPreviousData,
    enabled: open,
  });

  const assign = async () => {
    if (!to) return setError(t('assign.missing'));
    setBusy(true);
    try {
      await api.post(`/api/tasks/${task.id}/assign`, { to: to.value, revision: task.revision });
      message.success(t('assign.done', { name: to.label }));
      onClose();
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
    <Modal
      open={open}
      title={t('assign.title')}
      width={440}
      okText={t('assign.title')}
      cancelText={tu('cancel')}
      confirmLoading={busy}
      destroyOnHidden
      onOk={() => void assign()}
      onCancel={onClose}
      afterClose={() => {
        setTo(undefined);
        setText('');
        setError(undefined);
      }}
    >
      <Field label={t('assign.to')} hint={t('assign.hint')} error={error} required>
        <Select
          autoFocus
          labelInValue
          showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
          loading={people.isFetching}
          value={to}
          placeholder={t('assign.find')}
          onChange={(chosen) => {
            setTo(chosen);
            setError(undefined);
          }}
          options={people.data?.items.map((person) => ({ value: person.id, label: person.name, person }))}
          optionRender={({ data }) => (
            <div className="assign-option">
              <b>{data.person.name}</b>
              <span className="muted">{data.person.organization}</span>
              <code className="muted">{data.person.id}</code>
            </div>
          )}
        />
      </Field>
    </Modal>
  );
}
