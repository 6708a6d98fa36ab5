import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiError } from '../../api/client';
import type { NewOrder, OrderTemplate, Product } from '../../api/types';
import { useMe } from '../../shell/session';
import { useErrorText } from '../../ui/Blank';
import { Field } from '../../ui/Field';
import { useToasts } from '../../ui/toasts';
import { useBilingual } from '../../ui/words';
import { replaced } from '../entry/draft';
import { Unsold } from '../entry/Unsold';
import { productsQuery } from '../queries';

/** Name and audience of a template: of a new one with this content, or of one that exists; what it holds and is no longer sold is replaced here. */
export default function TemplateDialog({
  template,
  content,
  city,
  onClose,
}: {
  template?: OrderTemplate;
  content?: Pick<NewOrder, 'items' | 'priority' | 'note'>;
  /** The city proposed for a new one. */
  city?: string;
  onClose: () => void;
}) {
  const { t } = useTranslation('ordering');
  const { t: tu } = useTranslation('ui');
  const { cities } = useMe();
  const bilingual = useBilingual();
  const { message } = useToasts();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const [name, setName] = useState(template?.name ?? '');
  const [shared, setShared] = useState(template?.shared ?? false);
  const [place, setPlace] = useState(template?.city ?? city ?? cities[0]?.id);
  const [items, setItems] = useState(template?.items ?? content?.items ?? []);
  const [problems, setProblems] = useState(template?.itemProblems ?? []);
  const products = useQuery({ ...productsQuery, enabled: problems.length > 0 });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);

  const solved = (index: number) => setProblems(problems.filter(({ item }) => item !== index));
  const replace = (index: number, product: Product) => {
    setItems(
      items.map((item, at) =>
        at === index ? replaced({ ...item, characteristics: item.characteristics ?? {} }, product) : item,
      ),
    );
    solved(index);
  };
  const drop = (index: number) => {
    setItems(items.filter((_, at) => at !== index));
    setProblems(
      problems
        .filter(({ item }) => item !== index)
        .map((problem) => (problem.item > index ? { ...problem, item: problem.item - 1 } : problem)),
    );
  };

  const save = async () => {
    if (!name.trim()) return setErrors({ name: t('template.nameMissing') });
    setBusy(true);
    const kept = template ?? content;
    const wish = {
      name: name.trim(),
      shared,
      city: place,
      items,
      priority: kept?.priority,
      note: kept?.note,
      revision: template?.revision,
    };
    try {
      await (template
        ? api.put(`/api/order-templates/${template.id}`, wish)
        : api.post('/api/order-templates', wish));
      await queries.invalidateQueries({ queryKey: ['order-templates'] });
      message.success(t('template.saved', { name: wish.name }));
      onClose();
    } catch (failure) {
      const fields = failure instanceof ApiError ? failure.errors : [];
      const known = fields.filter(({ field }) => field === 'name' || field === 'city');
      setErrors(
        known.length > 0
          ? Object.fromEntries(known.map(({ field, message: text }) => [field, text]))
          : { name: fields[0]?.message ?? errorText(failure) },
      );
      setBusy(false);
    }
  };

  return (
    <Modal
      open
      title={t(template ? 'template.edit' : 'template.saveAs')}
      width={440}
      okText={tu('save')}
      cancelText={tu('cancel')}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <Field label={t('template.name')} error={errors.name} hint={t('template.nameHint')} required>
        <Input
          autoFocus
          maxLength={60}
          value={name}
          onChange={(event) => {
            setName(event.target.value);
            setErrors({});
          }}
          onPressEnter={() => void save()}
        />
      </Field>
      {cities.length > 1 && (
        <Field label={t('city')} error={errors.city}>
          <Select
            value={place}
            onChange={setPlace}
            options={cities.map((each) => ({ value: each.id, label: bilingual(each, 'name') }))}
          />
        </Field>
      )}
      <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>
        {t('template.share')}
      </Checkbox>
      {problems.map((problem) => (
        <div key={problem.item} className="template-problem">
          <Unsold
            message={problem.message}
            name={bilingual(problem, 'name')}
            others={(products.data ?? []).filter(
              ({ orderable, cities: sold }) => orderable && (!place || sold.includes(place)),
            )}
            onReplace={(product) => replace(problem.item, product)}
          />
          <Button
            size="small"
            disabled={items.length === 1}
            title={items.length === 1 ? t('template.lastItem') : undefined}
            aria-label={t('template.drop', { name: bilingual(problem, 'name') })}
            onClick={() => drop(problem.item)}
          >
            {t('template.dropShort')}
          </Button>
        </div>
      ))}
    </Modal>
  );
}
