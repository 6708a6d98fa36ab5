import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiError } from '../api/client';
import type { IntakeDetail, NewIntake } from '../api/types';
import { productsQuery } from '../ordering/queries';
import { useErrorText } from '../ui/Blank';
import { Field } from '../ui/Field';
import { useToasts } from '../ui/toasts';
import { useBilingual } from '../ui/words';
import { intakeQuery } from './queries';
import { KINDS } from './words';

/** What this channel knows better than the one before. */
export default function EditDialog({ intake, onClose }: { intake: IntakeDetail; onClose: () => void }) {
  const { t } = useTranslation('intake');
  const { t: tu } = useTranslation('ui');
  const bilingual = useBilingual();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { message } = useToasts();
  const products = useQuery(productsQuery);
  const [wish, setWish] = useState<NewIntake>({
    kind: intake.kind,
    offeringIds: intake.products.map(({ offeringId }) => offeringId),
    need: intake.need,
    contactName: intake.contactName ?? '',
    contactPhone: intake.contactPhone ?? '',
    callbackPhone: intake.callbackPhone ?? '',
  });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const set = (update: NewIntake) => setWish((before) => ({ ...before, ...update }));

  const save = async () => {
    setBusy(true);
    try {
      const after = await api.put<IntakeDetail>(`/api/intakes/${intake.id}`, {
        ...wish,
        revision: intake.revision,
      });
      queries.setQueryData(intakeQuery(intake.id).queryKey, after);
      await queries.invalidateQueries({ queryKey: ['intakes'] });
      onClose();
    } catch (failure) {
      setBusy(false);
      if (failure instanceof ApiError && failure.errors.length > 0) {
        setErrors(
          Object.fromEntries(
            failure.errors.map(({ field, message: text }) => [field.replace(/\[.*$/, ''), text]),
          ),
        );
      } else message.error(errorText(failure));
    }
  };

  return (
    <Modal
      open
      title={t('edit', { id: intake.id })}
      okText={t('save')}
      cancelText={tu('cancel')}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
      width={640}
    >
      <div className="intake-row">
        <Field label={t('kindLabel')} required error={errors.kind}>
          <Select
            value={wish.kind}
            onChange={(kind: string) => set({ kind })}
            options={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          />
        </Field>
        <Field label={t('products')} error={errors.offeringIds}>
          <Select<string[]>
            mode="multiple"
            value={wish.offeringIds as string[]}
            onChange={(offeringIds) => set({ offeringIds })}
            showSearch={{ optionFilterProp: 'label' }}
            options={products.data?.map((one) => ({ value: one.id, label: bilingual(one, 'name') }))}
          />
        </Field>
      </div>
      <Field label={t('need')} required error={errors.need}>
        <Input.TextArea
          rows={3}
          maxLength={2000}
          value={wish.need}
          onChange={(event) => set({ need: event.target.value })}
        />
      </Field>
      <div className="intake-row">
        {(['contactName', 'contactPhone', 'callbackPhone'] as const).map((field) => (
          <Field key={field} label={t(field)} error={errors[field]}>
            <Input
              value={wish[field]}
              maxLength={field === 'contactName' ? 60 : 20}
              onChange={(event) => set({ [field]: event.target.value })}
            />
          </Field>
        ))}
      </div>
    </Modal>
  );
}
