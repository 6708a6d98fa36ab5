import { FileTextOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, InputNumber, Modal, Select, Table, type TableProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiError } from '../api/client';
import type { OpportunityTemplate } from '../api/types';
import { productsQuery } from '../ordering/queries';
import { useCityName, useMe } from '../shell/session';
import { Blank, Failure, useErrorText } from '../ui/Blank';
import { Field } from '../ui/Field';
import { PageHead } from '../ui/PageHead';
import { minute } from '../ui/time';
import { useToasts } from '../ui/toasts';
import { useBilingual, useWord } from '../ui/words';
import { opportunityTemplatesQuery } from './queries';
import { keepsTemplates } from './rights';
import { yuan } from './stages';
import './opportunity.css';

const FACTS = [
  'discoveryNote',
  'needDetail',
  'competitors',
  'costAmount',
  'paybackMonths',
  'riskAnalysis',
  'trialResult',
  'requestedDate',
  'orderNote',
];

/** What opportunities of a kind begin with, and what must be known of them besides. */
export default function TemplatesPage() {
  const { t } = useTranslation('opportunity');
  const { t: tu } = useTranslation('ui');
  const me = useMe();
  const cityName = useCityName();
  const word = useWord();
  const bilingual = useBilingual();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { message } = useToasts();
  const templates = useQuery(opportunityTemplatesQuery);
  const products = useQuery(productsQuery);
  const [edited, setEdited] = useState<Partial<OpportunityTemplate>>();
  const [removed, setRemoved] = useState<OpportunityTemplate>();
  const keeps = keepsTemplates(me);
  const productName = (id: string | null | undefined) => {
    const found = products.data?.find((one) => one.id === id);
    return found ? bilingual(found, 'name') : id;
  };

  const remove = async (template: OpportunityTemplate) => {
    try {
      await api.delete(`/api/opportunity-templates/${template.id}`);
      message.success(t('templateRemoved', { name: template.name }));
    } catch (failure) {
      message.error(errorText(failure));
    }
    setRemoved(undefined);
    await queries.invalidateQueries({ queryKey: ['opportunity-templates'] });
  };

  const columns: TableProps<OpportunityTemplate>['columns'] = [
    { title: t('templateName'), key: 'name', render: (_, row) => <b>{row.name}</b> },
    { title: t('industry'), key: 'industry', render: (_, row) => row.industry ?? '–' },
    { title: t('product'), key: 'product', render: (_, row) => productName(row.offeringId) ?? '–' },
    {
      title: t('expectedRevenue'),
      key: 'revenue',
      align: 'end',
      render: (_, row) => (row.revenue == null ? '–' : yuan(row.revenue)),
    },
    { title: t('deadlineDays'), key: 'deadline', align: 'end', render: (_, row) => row.deadlineDays ?? '–' },
    {
      title: t('requiredFacts'),
      key: 'facts',
      render: (_, row) => row.requiredFacts.map((fact) => word('opportunity:fact', fact)).join(' · ') || '–',
    },
    {
      title: t('keeper'),
      key: 'keeper',
      render: (_, row) => `${row.ownerName} · ${cityName(row.city)} · ${minute(row.changed)}`,
    },
    ...(keeps
      ? [
          {
            key: 'acts',
            width: 150,
            render: (_: unknown, row: OpportunityTemplate) => (
              <span className="template-actions">
                <Button type="link" size="small" onClick={() => setEdited(row)}>
                  {t('edit')}
                </Button>
                <Button type="link" size="small" danger onClick={() => setRemoved(row)}>
                  {t('remove')}
                </Button>
              </span>
            ),
          },
        ]
      : []),
  ];

  return (
    <div className="page">
      <PageHead title={t('templates')}>
        {keeps && (
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => setEdited({ requiredFacts: [], city: me.cities[0]?.id })}
          >
            {t('newTemplate')}
          </Button>
        )}
      </PageHead>
      <section className="card">
        <Table<OpportunityTemplate>
          rowKey="id"
          size="medium"
          columns={columns}
          dataSource={templates.data}
          loading={templates.isPending}
          pagination={false}
          scroll={{ x: 980 }}
          locale={{
            emptyText: templates.error ? (
              <Failure error={templates.error} onRetry={() => void templates.refetch()} />
            ) : templates.isPending ? (
              <div className="opportunity-wait" />
            ) : (
              <Blank icon={<FileTextOutlined />} title={t('noTemplates')} hint={t('noTemplatesHint')} />
            ),
          }}
        />
      </section>
      {edited && <TemplateDialog template={edited} onClose={() => setEdited(undefined)} />}
      {removed && (
        <Modal
          open
          title={t('removeTemplate', { name: removed.name })}
          okText={t('remove')}
          okButtonProps={{ danger: true }}
          cancelText={tu('cancel')}
          onOk={() => void remove(removed)}
          onCancel={() => setRemoved(undefined)}
        >
          {t('removeTemplateHint')}
        </Modal>
      )}
    </div>
  );
}

function TemplateDialog({
  template,
  onClose,
}: {
  template: Partial<OpportunityTemplate>;
  onClose: () => void;
}) {
  const { t } = useTranslation('opportunity');
  const { t: tu } = useTranslation('ui');
  const me = useMe();
  const word = useWord();
  const bilingual = useBilingual();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { message } = useToasts();
  const products = useQuery(productsQuery);
  const [wish, setWish] = useState(template);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const set = (changes: Partial<OpportunityTemplate>) => setWish((before) => ({ ...before, ...changes }));

  const save = async () => {
    setBusy(true);
    try {
      const saved = template.id
        ? await api.put<OpportunityTemplate>(`/api/opportunity-templates/${template.id}`, wish)
        : await api.post<OpportunityTemplate>('/api/opportunity-templates', wish);
      message.success(t('templateSaved', { name: saved.name }));
      await queries.invalidateQueries({ queryKey: ['opportunity-templates'] });
      onClose();
    } catch (failure) {
      setBusy(false);
      if (failure instanceof ApiError && failure.errors.length > 0)
        setErrors(Object.fromEntries(failure.errors.map(({ field, message: text }) => [field, text])));
      else message.error(errorText(failure));
    }
  };

  return (
    <Modal
      open
      width={640}
      title={template.id ? template.name : t('newTemplate')}
      okText={tu('save')}
      cancelText={tu('cancel')}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <Field label={t('templateName')} required error={errors.name}>
        <Input
          autoFocus
          maxLength={60}
          value={wish.name ?? ''}
          onChange={(event) => set({ name: event.target.value })}
        />
      </Field>
      <div className="opportunity-row">
        {me.cities.length > 1 && !template.id && (
          <Field label={t('city')} required error={errors.city}>
            <Select
              value={wish.city}
              onChange={(city) => set({ city })}
              options={me.cities.map((city) => ({ value: city.id, label: bilingual(city, 'name') }))}
            />
          </Field>
        )}
        <Field label={t('industry')} error={errors.industry}>
          <Input
            maxLength={64}
            value={wish.industry ?? ''}
            onChange={(event) => set({ industry: event.target.value })}
          />
        </Field>
        <Field label={t('product')} error={errors.offeringId}>
          <Select
            allowClear
            value={wish.offeringId}
            onChange={(offeringId) => set({ offeringId: offeringId ?? null })}
            options={products.data?.map((one) => ({ value: one.id, label: bilingual(one, 'name') }))}
          />
        </Field>
      </div>
      <Field label={t('need')} error={errors.need}>
        <Input.TextArea
          rows={3}
          maxLength={2000}
          value={wish.need ?? ''}
          onChange={(event) => set({ need: event.target.value })}
        />
      </Field>
      <div className="opportunity-row">
        <Field label={t('expectedRevenue')} error={errors.revenue}>
          <InputNumber<number>
            min={0}
            style={{ width: '100%' }}
            value={wish.revenue}
            onChange={(revenue) => set({ revenue })}
          />
        </Field>
        <Field label={t('deadlineDays')} error={errors.deadlineDays}>
          <InputNumber<number>
            min={1}
            max={1000}
            style={{ width: '100%' }}
            value={wish.deadlineDays}
            onChange={(deadlineDays) => set({ deadlineDays })}
          />
        </Field>
      </div>
      <Field label={t('requiredFacts')}>
        <Select
          mode="multiple"
          value={wish.requiredFacts ?? []}
          onChange={(requiredFacts) => set({ requiredFacts })}
          options={FACTS.map((fact) => ({ value: fact, label: word('opportunity:fact', fact) }))}
        />
      </Field>
    </Modal>
  );
}
