import { SwapOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Modal, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Absence } from '../api/types';
import { useCityName, useMe } from '../shell/session';
import { Blank, Failure, useErrorText } from '../ui/Blank';
import { PageHead } from '../ui/PageHead';
import { Tag, type Tone } from '../ui/Tag';
import { useToasts } from '../ui/toasts';
import { useBilingual, useWord } from '../ui/words';
import AbsenceDialog from './AbsenceDialog';
import { PresenceCard } from './PresenceCard';
import { absencesQuery, processesQuery } from './queries';
import './dispatch.css';

const TONES: Record<string, Tone> = { 'in-force': 'good', planned: 'info' };

/** Who is away and who stands in: one's own, where one stands in, and one's people's. */
export default function SubstitutionPage() {
  const { t } = useTranslation('dispatch');
  const { t: tu } = useTranslation('ui');
  const me = useMe();
  const word = useWord();
  const { message } = useToasts();
  const errorText = useErrorText();
  const [modal, dialogs] = Modal.useModal();
  const queries = useQueryClient();
  const absences = useQuery(absencesQuery);
  const [adding, setAdding] = useState(false);

  const end = (row: Absence) =>
    modal.confirm({
      title: t('endAsk', { name: row.personName }),
      content: row.substitute ? t('endHint', { name: row.substituteName }) : undefined,
      okText: t('end'),
      cancelText: tu('cancel'),
      onOk: async () => {
        try {
          await api.post(`/api/substitutions/${row.id}/end`, {});
          message.success(t('ended'));
        } catch (failure) {
          message.error(errorText(failure));
        }
        await Promise.all(
          ['absences', 'presence', 'tasks'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
        );
      },
    });
  const who = (id: string, name: string) => (id === me.id ? t('myself', { name }) : name);

  if (absences.error) return <Failure error={absences.error} onRetry={() => void absences.refetch()} />;
  return (
    <div className="page">
      {dialogs}
      <PageHead title={t('title')}>
        <Button type="primary" onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      </PageHead>
      <PresenceCard />
      <section className="card" aria-label={t('title')}>
        <Table<Absence>
          rowKey="id"
          size="medium"
          dataSource={absences.data}
          loading={absences.isPending}
          scroll={{ x: 900 }}
          pagination={{ pageSize: 20, hideOnSinglePage: true }}
          locale={{ emptyText: <Blank icon={<SwapOutlined />} title={t('none')} hint={t('noneHint')} /> }}
          columns={[
            { title: t('person'), key: 'person', render: (_, row) => who(row.person, row.personName) },
            {
              title: t('substitute'),
              key: 'substitute',
              render: (_, row) =>
                row.substitute ? (
                  who(row.substitute, row.substituteName ?? row.substitute)
                ) : (
                  <span className="muted">{t('nobody')}</span>
                ),
            },
            {
              title: t('days'),
              key: 'days',
              render: (_, row) => <span className="nowrap">{`${row.firstDay} – ${row.lastDay}`}</span>,
            },
            { title: t('scope'), key: 'scope', render: (_, row) => <Scope of={row} /> },
            {
              title: t('state'),
              key: 'state',
              render: (_, row) => (
                <Tag tone={TONES[row.state] ?? 'plain'} title={row.endedByName ?? undefined}>
                  {word('dispatch:states', row.state)}
                </Tag>
              ),
            },
            {
              title: t('note'),
              key: 'note',
              render: (_, row) => (
                <>
                  {row.note}
                  <div className="muted">{t('enteredBy', { name: row.enteredByName })}</div>
                </>
              ),
            },
            {
              title: t('actions'),
              key: 'end',
              render: (_, row) =>
                row.mayEnd && (
                  <Button
                    size="small"
                    aria-label={t('endOf', { name: row.personName, day: row.firstDay })}
                    onClick={() => end(row)}
                  >
                    {t('end')}
                  </Button>
                ),
            },
          ]}
        />
      </section>
      {adding && <AbsenceDialog onClose={() => setAdding(false)} />}
    </div>
  );
}

/** What was left to the substitute; without a word: everything. */
function Scope({ of: row }: { of: Absence }) {
  const { t } = useTranslation('dispatch');
  const cityName = useCityName();
  const bilingual = useBilingual();
  const processes = useQuery(processesQuery);
  const processName = (id: string) => {
    const found = processes.data?.find((one) => one.id === id);
    return found ? bilingual(found, 'name') : id;
  };
  return (
    <span className="absence-scope">
      {row.away && <Tag>{t('away')}</Tag>}
      {row.substitute && !row.processes && !row.cities && <Tag>{t('everything')}</Tag>}
      {row.processes?.map((id) => (
        <Tag key={id}>{processName(id)}</Tag>
      ))}
      {row.cities?.map((id) => (
        <Tag key={id}>{cityName(id)}</Tag>
      ))}
      {row.amountLimit != null && <Tag>{t('upTo', { amount: row.amountLimit.toLocaleString('zh-CN') })}</Tag>}
    </span>
  );
}
