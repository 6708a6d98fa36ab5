import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Checkbox, DatePicker, Input, InputNumber, Modal, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiError } from '../api/client';
import type { Absence } from '../api/types';
import { useCityName, useMe } from '../shell/session';
import { useErrorText } from '../ui/Blank';
import { Field } from '../ui/Field';
import { today } from '../ui/time';
import { useToasts } from '../ui/toasts';
import { useBilingual } from '../ui/words';
import { absenteesQuery, colleaguesQuery, processesQuery } from './queries';
import './dispatch.css';

/** Enters an absence, with or without somebody who stands in. */
export default function AbsenceDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('dispatch');
  const { t: tu } = useTranslation('ui');
  const me = useMe();
  const cityName = useCityName();
  const bilingual = useBilingual();
  const { message } = useToasts();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const people = useQuery(absenteesQuery);
  const processes = useQuery(processesQuery);
  const [person, setPerson] = useState(me.id);
  const [substitute, setSubstitute] = useState<string>();
  const [days, setDays] = useState<[Dayjs, Dayjs]>([today(), today()]);
  const [away, setAway] = useState(true);
  const [scope, setScope] = useState<{ processes: string[]; cities: string[] }>({
    processes: [],
    cities: [],
  });
  const [amountLimit, setAmountLimit] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [text, setText] = useState('');
  const asked = useSettled(text);
  const colleagues = useQuery({ ...colleaguesQuery(asked), placeholderData: keepPreviousData });
  const cities = people.data?.find(({ id }) => id === person)?.cities ?? [];

  const save = async () => {
    setBusy(true);
    setErrors({});
    setProblem(undefined);
    try {
      await api.post<Absence>('/api/substitutions', {
        person,
        substitute: substitute ?? null,
        firstDay: days[0].format('YYYY-MM-DD'),
        lastDay: days[1].format('YYYY-MM-DD'),
        away,
        ...scope,
        amountLimit,
        note,
      });
      message.success(t('entered'));
      await Promise.all(
        ['absences', 'presence'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
      );
      onClose();
    } catch (failure) {
      const found = failure instanceof ApiError ? failure.errors : [];
      setErrors(Object.fromEntries(found.map(({ field, message: said }) => [field, said])));
      if (found.length === 0) setProblem(errorText(failure));
      setBusy(false);
    }
  };

  return (
    <Modal
      open
      width={560}
      title={t('add')}
      okText={t('enter')}
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
      {(people.data?.length ?? 0) > 1 && (
        <Field label={t('person')} required error={errors.person}>
          <Select
            value={person}
            showSearch={{ optionFilterProp: 'label' }}
            options={people.data?.map(({ id, name }) => ({
              value: id,
              label: id === me.id ? t('myself', { name }) : name,
            }))}
            onChange={(id) => {
              setPerson(id);
              setScope({ ...scope, cities: [] });
            }}
          />
        </Field>
      )}
      <Field label={t('days')} required error={errors.firstDay ?? errors.lastDay} hint={t('daysHint')}>
        <DatePicker.RangePicker
          className="absence-days"
          aria-label={t('days')}
          allowClear={false}
          value={days}
          minDate={today()}
          onChange={(chosen) => chosen?.[0] && chosen[1] && setDays([chosen[0], chosen[1]])}
        />
      </Field>
      <Field label={t('substitute')} error={errors.substitute} hint={t('substituteHint')}>
        <Select
          allowClear
          value={substitute}
          showSearch={{ filterOption: false, onSearch: setText }}
          placeholder={t('substituteFind')}
          notFoundContent={colleagues.isFetching ? null : t('nobodyFound')}
          options={colleagues.data?.items
            .filter(({ id }) => id !== person)
            .map(({ id, name, organization }) => ({ value: id, label: `${name} · ${organization}` }))}
          onChange={(id?: string) => {
            setSubstitute(id);
            if (!id) setAway(true);
          }}
        />
      </Field>
      <Checkbox
        className="absence-away"
        checked={away}
        disabled={!substitute}
        onChange={(event) => setAway(event.target.checked)}
      >
        {t('awayHint')}
      </Checkbox>
      {substitute && (
        <>
          <Field label={t('processes')} error={errors.processes}>
            <Select
              mode="multiple"
              value={scope.processes}
              placeholder={t('all')}
              showSearch={{ optionFilterProp: 'label' }}
              options={processes.data?.map((one) => ({ value: one.id, label: bilingual(one, 'name') }))}
              onChange={(chosen) => setScope({ ...scope, processes: chosen })}
            />
          </Field>
          {cities.length > 1 && (
            <Field label={t('cities')} error={errors.cities}>
              <Select
                mode="multiple"
                value={scope.cities}
                placeholder={t('all')}
                options={cities.map((id) => ({ value: id, label: cityName(id) }))}
                onChange={(chosen) => setScope({ ...scope, cities: chosen })}
              />
            </Field>
          )}
          <Field label={t('amountLimit')} error={errors.amountLimit} hint={t('amountHint')}>
            <InputNumber
              className="absence-amount"
              min={0.01}
              precision={2}
              suffix={t('yuan')}
              value={amountLimit}
              onChange={(value) => setAmountLimit(value)}
            />
          </Field>
        </>
      )}
      <Field label={t('note')} error={errors.note}>
        <Input value={note} maxLength={300} onChange={(event) => setNote(event.target.value)} />
      </Field>
    </Modal>
  );
}

/** What was typed, once the typing rests. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text.trim()), 250);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
