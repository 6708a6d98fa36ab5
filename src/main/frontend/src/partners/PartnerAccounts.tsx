import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Popconfirm, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiError } from '../api/client';
import type { AdministeredPerson, RegisteredPartner } from '../api/types';
import { Failure, useErrorText } from '../ui/Blank';
import { Field } from '../ui/Field';
import { Tag } from '../ui/Tag';
import { useToasts } from '../ui/toasts';
import { accountsQuery } from './queries';
import { usePartnerWords } from './usePartnerWords';

const PEOPLE = '/api/administration/people';

/** Who signs on for the partner: an account is opened for somebody by name, and ended, never removed. */
export function PartnerAccounts({ partner }: { partner: RegisteredPartner }) {
  const { t } = useTranslation('partners');
  const { t: tu } = useTranslation('ui');
  const words = usePartnerWords();
  const errorText = useErrorText();
  const { message } = useToasts();
  const queries = useQueryClient();
  const accounts = useQuery(accountsQuery(partner.organization));
  const [adding, setAdding] = useState(false);

  const change = async (person: AdministeredPerson) => {
    const { roles, cities, exceptions, revision } = person;
    try {
      await api.put(`${PEOPLE}/${person.id}`, {
        revision,
        active: !person.active,
        roles,
        cities,
        exceptions,
      });
      message.success(t(person.active ? 'accountEnded' : 'accountOpened', { name: person.name }));
    } catch (failure) {
      message.error(errorText(failure));
    }
    await queries.invalidateQueries({ queryKey: ['partners'] });
  };

  return (
    <section className="partners-part" aria-label={t('people')}>
      <header>
        <h3>{t('people')}</h3>
        <Button size="small" onClick={() => setAdding(true)}>
          {t('addAccount')}
        </Button>
      </header>
      {accounts.error ? (
        <Failure error={accounts.error} onRetry={() => void accounts.refetch()} />
      ) : (
        <Table<AdministeredPerson>
          rowKey="id"
          size="small"
          loading={accounts.isPending}
          dataSource={accounts.data?.items}
          pagination={false}
          locale={{ emptyText: <p className="muted">{t('nobody')}</p> }}
          columns={[
            { title: t('person'), key: 'name', ellipsis: true, render: (_, row) => row.name },
            { title: t('account'), key: 'id', ellipsis: true, render: (_, row) => <code>{row.id}</code> },
            {
              title: t('cities'),
              key: 'cities',
              ellipsis: true,
              render: (_, row) => words.cities(row.cities),
            },
            {
              title: t('state'),
              key: 'active',
              width: 96,
              render: (_, row) => (
                <Tag tone={row.active ? 'good' : 'plain'}>{t(row.active ? 'active' : 'ended')}</Tag>
              ),
            },
            {
              key: 'change',
              width: 110,
              align: 'end',
              render: (_, row) =>
                row.active ? (
                  <Popconfirm
                    title={t('endQuestion', { name: row.name })}
                    description={t('endHint')}
                    okText={t('end')}
                    cancelText={tu('cancel')}
                    onConfirm={() => change(row)}
                  >
                    <Button size="small" type="link">
                      {t('end')}
                    </Button>
                  </Popconfirm>
                ) : (
                  <Button size="small" type="link" onClick={() => void change(row)}>
                    {t('activate')}
                  </Button>
                ),
            },
          ]}
        />
      )}
      {adding && <AccountDialog partner={partner} onClose={() => setAdding(false)} />}
    </section>
  );
}

function AccountDialog({ partner, onClose }: { partner: RegisteredPartner; onClose: () => void }) {
  const { t } = useTranslation('partners');
  const { t: tu } = useTranslation('ui');
  const errorText = useErrorText();
  const { message } = useToasts();
  const queries = useQueryClient();
  const [draft, setDraft] = useState({ id: '', name: '', password: '' });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  const save = async () => {
    const found: Record<string, string> = {};
    if (!draft.name.trim()) found.name = t('missing.person');
    if (!/^[a-z][a-z0-9.-]{1,59}$/.test(draft.id)) found.id = t('missing.account');
    if (draft.password.length < 10) found.password = t('missing.password');
    setErrors(found);
    setProblem(undefined);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      await api.post(PEOPLE, {
        ...draft,
        name: draft.name.trim(),
        organization: partner.organization,
        roles: ['si'],
        cities: partner.cities,
      });
      message.success(t('accountOpened', { name: draft.name.trim() }));
      await queries.invalidateQueries({ queryKey: ['partners'] });
      onClose();
    } catch (failure) {
      setProblem(errorText(failure));
      const refused = failure instanceof ApiError ? failure.errors : [];
      setErrors(Object.fromEntries(refused.map(({ field, message: text }) => [field, text])));
      setBusy(false);
    }
  };

  return (
    <Modal
      open
      width={460}
      title={t('addAccount')}
      okText={t('save')}
      cancelText={tu('cancel')}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <Field label={t('person')} required error={errors.name}>
        <Input
          maxLength={60}
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
        />
      </Field>
      <Field label={t('account')} required hint={t('accountHint')} error={errors.id}>
        <Input
          maxLength={60}
          autoComplete="off"
          value={draft.id}
          onChange={(event) => setDraft({ ...draft, id: event.target.value.trim() })}
        />
      </Field>
      <Field label={t('password')} required hint={t('passwordHint')} error={errors.password}>
        <Input.Password
          maxLength={200}
          autoComplete="new-password"
          value={draft.password}
          onChange={(event) => setDraft({ ...draft, password: event.target.value })}
        />
      </Field>
      {problem && (
        <p className="call-error" role="alert">
          {problem}
        </p>
      )}
    </Modal>
  );
}
