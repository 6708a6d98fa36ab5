import { useQueryClient } from '@tanstack/react-query';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, ApiError } from '../api/client';
import type { CalendarPage, CalendarRow } from '../api/types';
import { useMe } from '../shell/session';
import { useErrorText } from '../ui/Blank';
import { Field } from '../ui/Field';
import { useBilingual } from '../ui/words';
import { calendarQuery, calendarsQuery } from './queries';

/** A calendar of a city or a unit; until it says something itself it says what its parent says. */
export default function NewCalendarDialog({
  calendars,
  onClose,
}: {
  calendars: CalendarRow[];
  onClose: () => void;
}) {
  const { t } = useTranslation('calendars');
  const { t: tu } = useTranslation('ui');
  const me = useMe();
  const bilingual = useBilingual();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const free = me.cities.filter((city) => !calendars.some(({ id }) => id === city.id));
  const first = free[0];
  const [draft, setDraft] = useState({
    city: first?.id ?? '',
    id: first?.id ?? '',
    name: first?.name ?? '',
    nameEn: first?.nameEn ?? '',
    parent: 'province',
  });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const set = (changes: Partial<typeof draft>) => setDraft({ ...draft, ...changes });
  const save = async () => {
    setBusy(true);
    setErrors({});
    setProblem(undefined);
    try {
      const added = await api.post<CalendarPage>('/api/calendars', { ...draft, city: draft.city || null });
      queries.setQueryData(calendarQuery(added.id).queryKey, added);
      await queries.invalidateQueries({ queryKey: calendarsQuery.queryKey });
      onClose();
      void navigate(`/calendars/${added.id}`);
    } catch (failure) {
      const found = failure instanceof ApiError ? failure.errors : [];
      setErrors(Object.fromEntries(found.map(({ field, message }) => [field, message])));
      if (found.length === 0) setProblem(errorText(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t('add')}
      okText={t('create')}
      cancelText={tu('cancel')}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      {problem && (
        <p className="call-error" role="alert">
          {problem}
        </p>
      )}
      <Field label={t('belongsTo')} error={errors.city} hint={t('belongsToHint')}>
        <Select
          value={draft.city}
          options={[
            { value: '', label: t('wholeProvince') },
            ...me.cities.map((city) => ({ value: city.id, label: bilingual(city, 'name') })),
          ]}
          onChange={(city) => {
            const chosen = me.cities.find(({ id }) => id === city);
            set({ city, ...(chosen && { id: chosen.id, name: chosen.name, nameEn: chosen.nameEn }) });
          }}
        />
      </Field>
      <Field label={t('id')} required error={errors.id} hint={t('idHint')}>
        <Input value={draft.id} maxLength={40} onChange={(event) => set({ id: event.target.value })} />
      </Field>
      <Field label={t('name')} required error={errors.name}>
        <Input value={draft.name} maxLength={40} onChange={(event) => set({ name: event.target.value })} />
      </Field>
      <Field label={t('nameEn')} required error={errors.nameEn}>
        <Input
          value={draft.nameEn}
          maxLength={40}
          onChange={(event) => set({ nameEn: event.target.value })}
        />
      </Field>
      <Field label={t('parent')} required error={errors.parent} hint={t('parentHint')}>
        <Select
          value={draft.parent}
          options={calendars.map((row) => ({ value: row.id, label: bilingual(row, 'name') }))}
          onChange={(parent) => set({ parent })}
        />
      </Field>
    </Modal>
  );
}
