import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiError } from '../api/client';
import type { RegisteredPartner } from '../api/types';
import { useMe } from '../shell/session';
import { systemsQuery } from '../systems/queries';
import { useSystemName } from '../systems/useSystemName';
import { useErrorText } from '../ui/Blank';
import { Field } from '../ui/Field';
import { useToasts } from '../ui/toasts';
import { useBilingual } from '../ui/words';
import { partnersQuery, PARTNERS, unitsQuery } from './queries';
import { usePartnerWords } from './usePartnerWords';

const NEW = '+';
const PEOPLE = '-';

/** Enters a partner, or changes one. Its people's unit is one that is there, or opened with it. */
export function PartnerDialog({
  partner,
  onClose,
}: {
  partner: RegisteredPartner | undefined;
  onClose: (id?: string) => void;
}) {
  const { t } = useTranslation('partners');
  const { t: tu } = useTranslation('ui');
  const me = useMe();
  const bilingual = useBilingual();
  const words = usePartnerWords();
  const systemName = useSystemName();
  const errorText = useErrorText();
  const { message } = useToasts();
  const queries = useQueryClient();
  const units = useQuery(unitsQuery);
  const systems = useQuery(systemsQuery);
  const register = useQuery(partnersQuery({}));
  const [draft, setDraft] = useState({
    name: partner?.name ?? '',
    nameEn: partner?.nameEn ?? '',
    organization: partner?.organization ?? NEW,
    unit: '',
    system: partner?.system ?? PEOPLE,
    cities: partner?.cities ?? me.cities.map(({ id }) => id),
    qualifications: partner?.qualifications ?? [],
  });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const set = (changes: Partial<typeof draft>) => {
    setDraft({ ...draft, ...changes });
    const corrected = [...Object.keys(changes), ...('unit' in changes ? ['organization'] : [])];
    setErrors(Object.fromEntries(Object.entries(errors).filter(([field]) => !corrected.includes(field))));
  };

  /** What the server would say of an empty field says nothing of which words are missing. */
  const missing = () => {
    const found: Record<string, string> = {};
    if (!draft.name.trim()) found.name = t('missing.name');
    if (!draft.nameEn.trim()) found.nameEn = t('missing.name');
    if (draft.organization === NEW && !/^[a-z][a-z0-9-]{1,39}$/.test(draft.unit))
      found.organization = t('missing.unit');
    if (draft.cities.length === 0) found.cities = t('missing.cities');
    if (draft.qualifications.length === 0) found.qualifications = t('missing.qualifications');
    return found;
  };

  const open = async () => {
    if (draft.organization !== NEW) return draft.organization;
    const province = units.data?.find(({ kind }) => kind === 'province');
    await api.post('/api/administration/organizations', {
      id: draft.unit,
      parent: province?.id,
      kind: 'partner',
      name: draft.name.trim(),
      nameEn: draft.nameEn.trim(),
    });
    // what is opened stays open, should the rest be refused
    set({ organization: draft.unit });
    await queries.invalidateQueries({ queryKey: unitsQuery.queryKey });
    return draft.unit;
  };

  const save = async () => {
    const found = missing();
    setErrors(found);
    setProblem(undefined);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      const organization = await open();
      const body = {
        name: draft.name.trim(),
        nameEn: draft.nameEn.trim(),
        organization,
        system: draft.system === PEOPLE ? undefined : draft.system,
        cities: draft.cities,
        qualifications: draft.qualifications,
        active: partner?.active ?? true,
      };
      const saved = partner
        ? await api.put<{ id: string }>(`${PARTNERS}/${encodeURIComponent(partner.id)}`, body)
        : await api.post<{ id: string }>(PARTNERS, body);
      message.success(t('saved', { name: body.name }));
      await queries.invalidateQueries({ queryKey: ['partners'] });
      onClose(saved.id);
    } catch (failure) {
      setProblem(errorText(failure));
      const refused = failure instanceof ApiError ? failure.errors : [];
      setErrors(
        Object.fromEntries(refused.map(({ field, message: text }) => [field.replace(/\[.*/, ''), text])),
      );
      setBusy(false);
    }
  };

  return (
    <Modal
      open
      width={640}
      title={t(partner ? 'edit' : 'add')}
      okText={t('save')}
      cancelText={tu('cancel')}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={() => onClose()}
    >
      <div className="partners-form">
        <Field label={t('nameZh')} required error={errors.name}>
          <Input maxLength={60} value={draft.name} onChange={(event) => set({ name: event.target.value })} />
        </Field>
        <Field label={t('nameEn')} required error={errors.nameEn}>
          <Input
            maxLength={60}
            value={draft.nameEn}
            onChange={(event) => set({ nameEn: event.target.value })}
          />
        </Field>
        <Field
          label={t('organization')}
          required
          hint={t('organizationHint')}
          error={draft.organization === NEW ? undefined : errors.organization}
        >
          <Select
            value={draft.organization}
            onChange={(organization) => set({ organization })}
            options={[
              { value: NEW, label: t('newUnit') },
              ...(units.data ?? [])
                .filter(({ kind }) => kind === 'partner')
                .map((unit) => ({ value: unit.id, label: bilingual(unit, 'name') })),
            ]}
          />
        </Field>
        {draft.organization === NEW && (
          <Field label={t('unit')} required hint={t('unitHint')} error={errors.organization ?? errors.id}>
            <Input
              maxLength={40}
              value={draft.unit}
              onChange={(event) => set({ unit: event.target.value.trim() })}
            />
          </Field>
        )}
        <Field label={t('way')} required hint={t('wayHint')} error={errors.system}>
          <Select
            value={draft.system}
            onChange={(system) => set({ system })}
            options={[
              { value: PEOPLE, label: t('byPeople') },
              ...(systems.data ?? []).map(({ id }) => ({ value: id, label: systemName(id) })),
            ]}
          />
        </Field>
        <Field label={t('cities')} required error={errors.cities}>
          <Select
            mode="multiple"
            value={draft.cities}
            onChange={(cities) => set({ cities })}
            options={me.cities.map((city) => ({ value: city.id, label: bilingual(city, 'name') }))}
          />
        </Field>
        <Field label={t('installs')} required hint={t('installsHint')} error={errors.qualifications}>
          <Select
            mode="tags"
            value={draft.qualifications}
            onChange={(qualifications) => set({ qualifications })}
            options={register.data?.qualifications.map((value) => ({
              value,
              label: words.qualification(value),
            }))}
          />
        </Field>
      </div>
      {problem && (
        <p className="call-error" role="alert">
          {problem}
        </p>
      )}
    </Modal>
  );
}
