import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { OpportunityDetail } from '../api/types';
import { CustomerPicker } from '../ordering/entry/CustomerPicker';
import { customerQuery, productsQuery } from '../ordering/queries';
import { useMe } from '../shell/session';
import { Field } from '../ui/Field';
import { useBilingual, useWord } from '../ui/words';
import { opportunityTemplatesQuery } from './queries';
import type { Entry } from './useEntry';
import '../ordering/entry/entry.css';
import './opportunity.css';

const SOURCES = [
  'account-manager',
  'tele-manager',
  'hotline',
  'hall',
  'agent',
  'website',
  'department',
  'partner',
];

/** All there is to say of an opportunity when it is entered, or afterwards. */
export function EntryForm({ entry, known }: { entry: Entry; known?: OpportunityDetail }) {
  const { t } = useTranslation('opportunity');
  const me = useMe();
  const word = useWord();
  const bilingual = useBilingual();
  const products = useQuery(productsQuery);
  const templates = useQuery(opportunityTemplatesQuery);
  const { wish, set, customer, setCustomer, unknown, setUnknown, errors } = entry;
  const { data: details } = useQuery({ ...customerQuery(customer?.id ?? ''), enabled: !!customer });
  // what came from the CRM or the BI system is not for people to choose, but stays what it is
  const sources = known && !SOURCES.includes(known.source) ? [known.source, ...SOURCES] : SOURCES;

  const template = (id: string | undefined) => {
    const chosen = templates.data?.find((one) => one.id === id);
    set({
      templateId: id,
      ...(chosen && {
        need: wish.need || chosen.need || undefined,
        expectedRevenue: wish.expectedRevenue ?? chosen.revenue ?? undefined,
        offeringIds: wish.offeringIds?.length
          ? wish.offeringIds
          : chosen.offeringId
            ? [chosen.offeringId]
            : [],
        deadline:
          wish.deadline ||
          (chosen.deadlineDays ? dayjs().add(chosen.deadlineDays, 'day').format('YYYY-MM-DD') : undefined),
      }),
    });
  };

  return (
    <>
      <section className="card opportunity-form">
        <h2>{t('customer')}</h2>
        {unknown ? (
          <div className="opportunity-row">
            <Field label={t('customerName')} required error={errors.customerId ?? errors.customerName}>
              <Input
                value={wish.customerName ?? ''}
                maxLength={120}
                onChange={(event) => set({ customerName: event.target.value })}
              />
            </Field>
            {!known && me.cities.length > 1 && (
              <Field label={t('city')} required error={errors.city}>
                <Select
                  value={wish.city}
                  onChange={(city) => set({ city })}
                  options={me.cities.map((city) => ({ value: city.id, label: bilingual(city, 'name') }))}
                />
              </Field>
            )}
          </div>
        ) : (
          <CustomerPicker
            customer={customer}
            details={details ?? undefined}
            error={errors.customerId}
            onChange={(chosen) => setCustomer(chosen)}
          />
        )}
        <Button type="link" size="small" className="opportunity-toggle" onClick={() => setUnknown(!unknown)}>
          {t(unknown ? 'knownCustomer' : 'unknownCustomer')}
        </Button>
      </section>
      <section className="card opportunity-form">
        <h2>{t('what')}</h2>
        {!known && !!templates.data?.length && (
          <Field label={t('template')} hint={t('templateHint')} error={errors.templateId}>
            <Select
              allowClear
              value={wish.templateId}
              onChange={template}
              options={templates.data.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Field>
        )}
        <Field label={t('name')} required error={errors.name} hint={t('nameHint')}>
          <Input
            value={wish.name ?? ''}
            maxLength={120}
            onChange={(event) => set({ name: event.target.value })}
          />
        </Field>
        <Field label={t('need')} error={errors.need}>
          <Input.TextArea
            rows={3}
            maxLength={2000}
            value={wish.need ?? ''}
            onChange={(event) => set({ need: event.target.value })}
          />
        </Field>
        <div className="opportunity-row">
          <Field label={t('products')} error={errors.offeringIds}>
            <Select
              mode="multiple"
              value={wish.offeringIds ?? []}
              onChange={(offeringIds) => set({ offeringIds })}
              optionFilterProp="label"
              options={products.data?.map((one) => ({ value: one.id, label: bilingual(one, 'name') }))}
            />
          </Field>
          <Field label={t('expectedRevenue')} error={errors.expectedRevenue}>
            <InputNumber<number>
              min={0}
              max={9_999_999_999}
              precision={2}
              style={{ width: '100%' }}
              value={wish.expectedRevenue}
              onChange={(value) => set({ expectedRevenue: value ?? undefined })}
            />
          </Field>
          <Field label={t('deadline')} error={errors.deadline}>
            <DatePicker
              style={{ width: '100%' }}
              value={wish.deadline ? dayjs(wish.deadline) : null}
              minDate={known ? undefined : dayjs()}
              onChange={(value) => set({ deadline: value?.format('YYYY-MM-DD') })}
            />
          </Field>
        </div>
      </section>
      <section className="card opportunity-form">
        <h2>{t('whereFrom')}</h2>
        <div className="opportunity-row">
          <Field label={t('source')} error={errors.source} hint={known ? undefined : t('sourceHint')}>
            <Select
              allowClear={!known}
              value={wish.source}
              onChange={(source) => set({ source })}
              options={sources.map((source) => ({
                value: source,
                label: word('opportunity:sources', source),
              }))}
            />
          </Field>
          <Field label={t('acquired')} error={errors.acquired}>
            <DatePicker
              style={{ width: '100%' }}
              value={wish.acquired ? dayjs(wish.acquired) : dayjs()}
              maxDate={dayjs()}
              onChange={(value) => set({ acquired: value?.format('YYYY-MM-DD') })}
            />
          </Field>
          <Field label={t('campaign')} error={errors.campaign}>
            <Input
              value={wish.campaign ?? ''}
              maxLength={64}
              onChange={(event) => set({ campaign: event.target.value })}
            />
          </Field>
        </div>
        <div className="opportunity-row">
          <Field
            label={t('contactName')}
            error={errors.contactName}
            hint={known ? undefined : t('contactHint')}
          >
            <Input
              value={wish.contactName ?? ''}
              maxLength={60}
              onChange={(event) => set({ contactName: event.target.value })}
            />
          </Field>
          <Field
            label={t('contactPhone')}
            error={errors.contactPhone}
            hint={known?.phoneMasked && t('phoneHint')}
          >
            <Input
              value={wish.contactPhone ?? ''}
              placeholder={known?.phoneMasked ?? undefined}
              maxLength={20}
              onChange={(event) => set({ contactPhone: event.target.value })}
            />
          </Field>
          <Field label={t('industry')} error={errors.industry}>
            <Input
              value={wish.industry ?? ''}
              maxLength={64}
              onChange={(event) => set({ industry: event.target.value })}
            />
          </Field>
        </div>
      </section>
    </>
  );
}
