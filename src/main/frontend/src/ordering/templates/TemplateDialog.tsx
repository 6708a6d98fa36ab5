import { useQueryClient } from '@tanstack/react-query';
import { Checkbox, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiError } from '../../api/client';
import type { NewOrder, OrderTemplate } from '../../api/types';
import { useMe } from '../../shell/session';
import { useErrorText } from '../../ui/Blank';
import { Field } from '../../ui/Field';
import { useToasts } from '../../ui/toasts';
import { useBilingual } from '../../ui/words';

/** Name and audience of a template: of a new one with this content, or of one that exists. */
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
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);

  const save = async () => {
    if (!name.trim()) return setErrors({ name: t('template.nameMissing') });
    setBusy(true);
    const kept = template ?? content;
    const wish = {
      name: name.trim(),
      shared,
      city: place,
      items: kept?.items,
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
    </Modal>
  );
}
