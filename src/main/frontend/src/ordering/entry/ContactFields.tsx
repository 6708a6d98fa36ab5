import { AutoComplete, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CustomerDetail } from '../../api/types';
import { Field } from '../../ui/Field';
import type { Draft } from './draft';

/** Whom to call about the order: one of the customer's contacts, or somebody typed in. */
export function ContactFields({
  contact = { name: '', phone: '' },
  customer,
  error,
  onChange,
}: {
  contact: Draft['contact'];
  customer: CustomerDetail | undefined;
  error: (field: 'name' | 'phone') => string | undefined;
  onChange: (contact: Draft['contact']) => void;
}) {
  const { t } = useTranslation('ordering');
  const known = customer?.contacts.find(
    ({ name, phoneMasked }) => name === contact.name.trim() && phoneMasked,
  );
  const change = (update: Partial<typeof contact>) => {
    const after = { ...contact, ...update };
    onChange(after.name || after.phone ? after : undefined);
  };
  return (
    <>
      <Field
        id="entry-contact-name"
        label={t('entry.contact')}
        hint={t('entry.contactHint')}
        error={error('name')}
      >
        <AutoComplete
          value={contact.name}
          maxLength={60}
          onChange={(name: string) => change({ name })}
          options={customer?.contacts.map(({ name, title, phoneMasked }) => ({
            value: name,
            label: [name, title, phoneMasked].filter(Boolean).join(' '),
          }))}
        />
      </Field>
      <Field
        id="entry-contact-phone"
        label={t('entry.contactPhone')}
        hint={known && !contact.phone ? t('entry.contactKnown', { phone: known.phoneMasked! }) : undefined}
        error={error('phone')}
      >
        <Input
          inputMode="tel"
          maxLength={20}
          value={contact.phone}
          onChange={(event) => change({ phone: event.target.value })}
        />
      </Field>
    </>
  );
}
