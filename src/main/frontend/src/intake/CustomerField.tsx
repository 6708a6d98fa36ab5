import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Input, type InputRef } from 'antd';
import { useEffect, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../api/types';
import { customersQuery } from '../ordering/queries';
import { Field } from '../ui/Field';
import { Tag } from '../ui/Tag';

/** Finds the customer while one types a name, a number or a telephone; whoever is not found is kept as typed. */
export function CustomerField({
  name,
  known,
  error,
  onType,
  onPick,
  ref,
}: {
  name: string;
  known: boolean;
  error: string | undefined;
  onType: (name: string) => void;
  onPick: (customer: Customer) => void;
  ref: Ref<InputRef>;
}) {
  const { t } = useTranslation('intake');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(name.trim()), 200);
    return () => clearTimeout(timer);
  }, [name]);
  const found = useQuery({ ...customersQuery(asked), enabled: asked.length > 1 && !known });
  const options = known || asked.length < 2 ? [] : (found.data?.items.slice(0, 8) ?? []);

  return (
    <Field
      label={t('customer')}
      required
      error={error}
      hint={known ? t('customerKnown') : name.trim() ? t('customerUnknown') : t('customerHint')}
      id="intake-customerId"
    >
      <AutoComplete
        value={name}
        defaultActiveFirstOption={false}
        options={options.map((customer) => ({
          value: customer.id,
          label: <CustomerOption customer={customer} />,
        }))}
        onSearch={onType}
        onSelect={(id: string) => {
          const picked = options.find((customer) => customer.id === id);
          if (picked) onPick(picked);
        }}
      >
        <Input
          ref={ref}
          maxLength={120}
          placeholder={t('customerPlaceholder')}
          // always one, for the field is drawn anew, and loses the focus, where one comes or goes
          suffix={
            <span>
              {name.trim() && <Tag tone={known ? 'good' : 'warn'}>{t(known ? 'known' : 'unknown')}</Tag>}
            </span>
          }
        />
      </AutoComplete>
    </Field>
  );
}

function CustomerOption({ customer }: { customer: Customer }) {
  return (
    <div className="intake-option">
      <b>{customer.name}</b>
      <span className="muted">
        {[customer.cityName, customer.contact?.name, customer.contact?.phoneMasked, customer.managerName]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <code className="muted">{customer.id}</code>
    </div>
  );
}
