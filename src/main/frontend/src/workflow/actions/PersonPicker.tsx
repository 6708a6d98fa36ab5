import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { TaskPerson } from '../../api/types';
import './actions.css';

export interface Chosen {
  value: string;
  label: string;
}

/** Offers only the people who may be named for this task; more than one where many is set. */
export function PersonPicker({
  taskId,
  purpose,
  many,
  value,
  onChange,
  ...field
}: {
  taskId: string;
  purpose: 'work' | 'ask';
  many: boolean;
  value: Chosen[];
  onChange: (chosen: Chosen[]) => void;
}) {
  const { t } = useTranslation('actions');
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), 250);
    return () => clearTimeout(timer);
  }, [text]);
  const people = useQuery({
    queryKey: ['task-people', taskId, purpose, asked],
    queryFn: ({ signal }) =>
      api.get<TaskPerson[]>(`/api/tasks/${taskId}/people`, { purpose, q: asked }, { signal }),
    placeholderData: keepPreviousData,
  });
  return (
    <Select<Chosen | Chosen[]>
      {...field}
      autoFocus
      labelInValue
      mode={many ? 'multiple' : undefined}
      maxCount={many ? 20 : undefined}
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      loading={people.isFetching}
      value={many ? value : value[0]}
      placeholder={t('find')}
      notFoundContent={people.isFetching ? null : t('nobody')}
      onChange={(chosen) => {
        onChange(Array.isArray(chosen) ? chosen : [chosen]);
        setText('');
      }}
      options={people.data?.map((person) => ({ value: person.id, label: person.name, person }))}
      optionRender={({ data }) => (
        <div className="assign-option">
          <b>{data.person?.name}</b>
          <span className="muted">{data.person?.organization}</span>
          <code className="muted">{data.person?.id}</code>
        </div>
      )}
    />
  );
}
