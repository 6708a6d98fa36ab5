import { CloseOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Select, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../api/types';
import { Field } from '../../ui/Field';
import { Tag } from '../../ui/Tag';
import { customersQuery } from '../queries';

/** Finds a customer while typing: by name, number or contact. */
export function CustomerPicker({
  customer,
  details,
  error,
  onChange,
}: {
  customer: { id: string; name: string } | undefined;
  details: Customer | undefined;
  error: string | undefined;
  onChange: (customer: Customer | undefined) => void;
}) {
  const { t } = useTranslation('ordering');
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), 250);
    return () => clearTimeout(timer);
  }, [text]);
  const found = useQuery(customersQuery(asked));

  if (customer) {
    return (
      <div className="entry-customer">
        <div className="entry-customer-name">
          <b>{customer.name}</b>
          <code className="muted">{customer.id}</code>
          {details && (
            <Tag tone={details.level === 'A' ? 'info' : 'plain'}>{t('level', { level: details.level })}</Tag>
          )}
          <Button size="small" icon={<CloseOutlined />} onClick={() => onChange(undefined)}>
            {t('entry.otherCustomer')}
          </Button>
        </div>
        {details ? <CustomerFacts customer={details} /> : <Spin size="small" />}
        {error && (
          <div className="field-error" role="alert" id="entry-customerId" tabIndex={-1}>
            {error}
          </div>
        )}
      </div>
    );
  }

  return (
    <div className="entry-find">
      <Field label={t('entry.findCustomer')} required error={error} id="entry-customerId">
        <Select<string>
          showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
          value={null}
          placeholder={t('entry.findHint')}
          loading={found.isFetching}
          notFoundContent={
            found.isFetching ? (
              <Spin size="small" />
            ) : (
              <div className="entry-none">{t('entry.noCustomer')}</div>
            )
          }
          onChange={(id) => {
            setText('');
            onChange(found.data?.items.find((candidate) => candidate.id === id));
          }}
          options={found.data?.items.map((candidate) => ({
            value: candidate.id,
            label: (
              <div className="entry-option">
                <b>{candidate.name}</b>
                <span className="muted">
                  {[candidate.cityName, candidate.industry, candidate.contact?.name]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                <code className="muted">{candidate.id}</code>
              </div>
            ),
          }))}
        />
      </Field>
    </div>
  );
}

export function CustomerFacts({ customer }: { customer: Customer }) {
  const { t } = useTranslation('ordering');
  const facts: [string, string | null | undefined][] = [
    [t('city'), customer.cityName],
    [t('industry'), customer.industry],
    [t('members'), customer.memberCount?.toLocaleString()],
    [t('contact'), customer.contact && `${customer.contact.name} ${customer.contact.phoneMasked}`],
    [t('address'), customer.address],
  ];
  return (
    <dl className="facts">
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
