import { DeleteOutlined } from '@ant-design/icons';
import { Button, DatePicker, Input, InputNumber, Segmented, Select, Switch } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { Characteristic, ItemAction, Product } from '../../api/types';
import { Field } from '../../ui/Field';
import { useBilingual, useWord } from '../../ui/words';
import { replaced, type DraftItem } from './draft';
import { Unsold } from './Unsold';

/** One thing ordered: what to do with it, how many, and the product's own characteristics as its description says. */
export function ItemForm({
  index,
  item,
  product,
  others = [],
  parts,
  error,
  onTouch,
  onChange,
  onRemove,
}: {
  index: number;
  item: DraftItem;
  product: Product | undefined;
  /** What could be ordered in its place. */
  others?: Product[];
  parts: string | undefined;
  error: (field: string) => string | undefined;
  onTouch: (field: string) => void;
  onChange: (update: Partial<DraftItem>) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation('ordering');
  const bilingual = useBilingual();
  const word = useWord();
  const name = product ? bilingual(product, 'name') : item.offeringId;
  const actions = product?.actions ?? [item.action];

  return (
    <section className="card item" aria-label={t('entry.item', { number: index + 1, name })}>
      <div className="card-head">
        <span className="item-number" aria-hidden>
          {index + 1}
        </span>
        <h2>{name}</h2>
        {actions.length > 1 ? (
          <Segmented
            size="small"
            aria-label={t('action.title')}
            value={item.action}
            options={actions.map((action) => ({ value: action, label: word('ordering:action', action) }))}
            onChange={(action) => onChange({ action: action as ItemAction })}
          />
        ) : null}
        <Button
          type="text"
          size="small"
          className="item-remove"
          icon={<DeleteOutlined />}
          aria-label={t('entry.remove', { name })}
          onClick={onRemove}
        >
          {t('entry.removeShort')}
        </Button>
      </div>
      {product && !product.orderable && item.action !== 'delete' && (
        <Unsold
          message={t('unsold.title', { name, reason: product.reason ?? t('entry.notSold') })}
          name={name}
          others={others}
          onReplace={(other) => onChange(replaced(item, other))}
        />
      )}
      {parts && <p className="item-parts">{parts}</p>}
      {error('offeringId') && (
        <div
          className="field-error entry-error"
          role="alert"
          id={`entry-items-${index}-offeringId`}
          tabIndex={-1}
        >
          {error('offeringId')}
        </div>
      )}
      <div className="item-fields">
        <Field label={t('quantity')} required error={error('quantity')} id={`entry-items-${index}-quantity`}>
          <InputNumber
            style={{ width: '100%' }}
            value={item.quantity}
            onChange={(quantity) => {
              onTouch('quantity');
              onChange({ quantity });
            }}
          />
        </Field>
        {item.action !== 'delete' &&
          product?.characteristics.map((characteristic) => {
            const field = `characteristics.${characteristic.name}`;
            return (
              <CharacteristicField
                key={characteristic.name}
                id={`entry-items-${index}-characteristics-${characteristic.name}`}
                characteristic={characteristic}
                value={item.characteristics[characteristic.name]}
                error={error(field)}
                onChange={(value) => {
                  onTouch(field);
                  onChange({ characteristics: { ...item.characteristics, [characteristic.name]: value } });
                }}
              />
            );
          })}
      </div>
    </section>
  );
}

/** The control that a characteristic is chosen with. */
export function CharacteristicField({
  id,
  characteristic,
  value,
  error,
  onChange,
}: {
  id: string;
  characteristic: Characteristic;
  value: unknown;
  error: string | undefined;
  onChange: (value: unknown) => void;
}) {
  const { t } = useTranslation('ordering');
  const bilingual = useBilingual();
  const { type, min, max, required } = characteristic;
  const unit = bilingual(characteristic, 'unit');
  const range =
    min != null && max != null
      ? t('entry.range', { min, max })
      : min != null
        ? t('entry.atLeast', { min })
        : undefined;
  const hint = type === 'string' ? bilingual(characteristic, 'patternHint') : range;

  const control = () => {
    switch (type) {
      case 'integer':
      case 'number':
        return (
          <InputNumber
            style={{ width: '100%' }}
            suffix={unit || undefined}
            value={value as number | null}
            onChange={onChange}
          />
        );
      case 'boolean':
        return <Switch checked={value === true} onChange={onChange} style={{ alignSelf: 'flex-start' }} />;
      case 'enum':
        return (
          <Select
            allowClear={!required}
            value={(value as string) || undefined}
            onChange={onChange}
            options={characteristic.options?.map((option) => ({
              value: option.value,
              label: bilingual(option, 'label'),
            }))}
          />
        );
      case 'date':
        return (
          <DatePicker
            value={value ? dayjs(value as string) : null}
            onChange={(date) => onChange(date?.format('YYYY-MM-DD'))}
          />
        );
      case 'string':
        return (
          <Input
            suffix={unit || undefined}
            value={(value as string) ?? ''}
            onChange={(event) => onChange(event.target.value)}
          />
        );
    }
  };

  return (
    <Field
      id={id}
      label={bilingual(characteristic, 'label')}
      required={required}
      hint={hint || undefined}
      error={error}
    >
      {control()}
    </Field>
  );
}
