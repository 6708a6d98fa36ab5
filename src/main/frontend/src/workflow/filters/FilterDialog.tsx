import { useQuery } from '@tanstack/react-query';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiError } from '../../api/client';
import type { KeptFilter, TaskView } from '../../api/types';
import { useErrorText } from '../../ui/Blank';
import { Field } from '../../ui/Field';
import { useToasts } from '../../ui/toasts';
import { useBilingual } from '../../ui/words';
import type { Conditions } from './conditions';
import { groupsQuery, processesQuery } from './queries';

const DUES = ['overdue', 'today', 'week'] as const;

/** Names a filter, narrows it further, and says who sees it too. */
export function FilterDialog({
  filter,
  view,
  conditions,
  onClose,
  onKept,
}: {
  /** None: what is shown at the moment is kept. */
  filter: KeptFilter | undefined;
  view: TaskView;
  conditions: Conditions;
  onClose: () => void;
  onKept: () => void;
}) {
  const { t } = useTranslation('filters');
  const { t: tu } = useTranslation('ui');
  const { t: tw } = useTranslation('workflow');
  const bilingual = useBilingual();
  const errorText = useErrorText();
  const { message } = useToasts();
  const groups = useQuery(groupsQuery);
  const processes = useQuery(processesQuery);
  const start = filter ?? { view, ...conditions };
  const [name, setName] = useState(filter?.name ?? conditions.q ?? '');
  const [process, setProcess] = useState(start.process ?? undefined);
  const [due, setDue] = useState(start.due ?? undefined);
  const [sharedWith, setSharedWith] = useState(filter?.sharedWith ?? undefined);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);

  const send = async () => {
    if (!name.trim()) return setErrors({ name: t('nameMissing') });
    setBusy(true);
    const wish = {
      name: name.trim(),
      view: start.view,
      q: start.q,
      customer: start.customer,
      sort: start.sort,
      process,
      due,
      sharedWith,
      revision: filter?.revision,
    };
    try {
      await (filter ? api.put(`/api/task-filters/${filter.id}`, wish) : api.post('/api/task-filters', wish));
      message.success(t('kept', { name: wish.name }));
      onKept();
    } catch (failure) {
      const found = failure instanceof ApiError ? failure.errors : [];
      if (found.length === 0) message.error(errorText(failure));
      setErrors(Object.fromEntries(found.map((error) => [error.field, error.message])));
      setBusy(false);
    }
  };

  return (
    <Modal
      open
      title={t(filter ? 'editTitle' : 'keep')}
      width={440}
      okText={t('save')}
      cancelText={tu('cancel')}
      confirmLoading={busy}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <p className="kept-note">
        {t('shows', { view: tw(`views.${start.view as TaskView}`) })}
        {start.q && ` · ${t('words', { words: start.q })}`}
      </p>
      <Field label={t('name')} error={errors.name} required>
        <Input
          autoFocus
          maxLength={40}
          value={name}
          onChange={(event) => {
            setName(event.target.value);
            setErrors({});
          }}
          onPressEnter={() => void send()}
        />
      </Field>
      <Field label={t('process')} error={errors.process}>
        <Select
          allowClear
          showSearch
          optionFilterProp="label"
          placeholder={t('any')}
          value={process}
          onChange={setProcess}
          options={processes.data?.map((one) => ({ value: one.id, label: bilingual(one, 'name') }))}
        />
      </Field>
      <Field label={t('due')} error={errors.due}>
        <Select
          allowClear
          placeholder={t('any')}
          value={due}
          onChange={setDue}
          options={[
            ...DUES.map((one) => ({ value: one as string, label: t(`dues.${one}`) })),
            ...(due && !(DUES as readonly string[]).includes(due) ? [{ value: due, label: due }] : []),
          ]}
        />
      </Field>
      <Field label={t('share')} hint={t('shareHint')} error={errors.sharedWith}>
        <Select
          allowClear
          placeholder={t('onlyMe')}
          value={sharedWith}
          onChange={setSharedWith}
          options={groups.data?.map((group) => ({ value: group.id, label: group.name }))}
        />
      </Field>
    </Modal>
  );
}
