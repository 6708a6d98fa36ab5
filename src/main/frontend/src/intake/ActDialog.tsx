import { Input, Modal, Select, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntakeDetail } from '../api/types';
import { Field } from '../ui/Field';
import { CustomerField } from './CustomerField';
import { useActs } from './useActs';
import { useName } from './useName';
import { OUTCOMES } from './words';

export type Act = 'handle' | 'return' | 'pass' | 'help' | 'answer' | 'match' | 'take-back' | 'withdraw';

/** Which words an action needs, by the name the server gives them. */
const WORDS: Record<Act, 'result' | 'reason' | 'ask' | 'answer' | undefined> = {
  handle: 'result',
  return: 'reason',
  pass: 'reason',
  help: 'ask',
  answer: 'answer',
  match: undefined,
  'take-back': undefined,
  withdraw: 'reason',
};

/** Asks what an action needs: what came of it, why, whom and for what. */
export default function ActDialog({
  act,
  intake,
  onClose,
}: {
  act: Act;
  intake: IntakeDetail;
  onClose: () => void;
}) {
  const { t } = useTranslation('intake');
  const { t: tu } = useTranslation('ui');
  const nameOf = useName();
  const { busy, send } = useActs();
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState<string | undefined>(
    intake.kind === 'complaint' ? 'noted' : intake.kind === 'enquiry' ? 'answered' : undefined,
  );
  const [orderId, setOrderId] = useState('');
  const [channel, setChannel] = useState<string>();
  const [customer, setCustomer] = useState<{ id?: string; name: string }>({ name: intake.customerName });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const search = useRef<InputRef>(null);
  const words = WORDS[act];
  const wantsChannel = act === 'pass' || act === 'help';
  const wantsWords = words && !(act === 'handle' && outcome === 'opportunity');

  const go = async () => {
    const refusal = await send(intake, act, {
      ...(act === 'handle' && { outcome, orderId: orderId.trim() || undefined }),
      ...(wantsChannel && { channel }),
      ...(act === 'match' && { customerId: customer.id }),
      ...(words && { [words]: text.trim() || undefined }),
    });
    if (refusal) setErrors(refusal);
    else onClose();
  };

  return (
    <Modal
      open
      title={t(`act.${act}`, { name: `${intake.customerName} · ${nameOf(intake)}` })}
      okText={act === 'match' && !customer.id ? t('stayUnknown') : t(`action.${act}`)}
      okButtonProps={{ danger: act === 'withdraw' }}
      cancelText={tu('cancel')}
      confirmLoading={busy}
      onOk={() => void go()}
      onCancel={onClose}
      width={560}
    >
      <p className="intake-act-hint">{t(`actHint.${act}`)}</p>
      {errors[''] && (
        <p className="field-error" role="alert">
          {errors['']}
        </p>
      )}
      {act === 'handle' && (
        <Field label={t('outcomeLabel')} required error={errors.outcome}>
          <Select<string>
            autoFocus
            value={outcome}
            onChange={setOutcome}
            options={(['answered', 'ordered', ...OUTCOMES.slice(1)] as const).map((one) => ({
              value: one,
              label: t(`outcome.${one}`),
            }))}
          />
        </Field>
      )}
      {act === 'handle' && outcome === 'ordered' && (
        <Field label={t('orderId')} required error={errors.orderId} hint={t('orderIdHint')}>
          <Input value={orderId} maxLength={20} onChange={(event) => setOrderId(event.target.value)} />
        </Field>
      )}
      {act === 'match' && (
        <CustomerField
          ref={search}
          name={customer.name}
          known={!!customer.id}
          error={errors.matchedCustomer}
          onType={(name) => setCustomer({ name })}
          onPick={({ id, name }) => setCustomer({ id, name })}
        />
      )}
      {wantsChannel && (
        <Field label={t('channelLabel')} required error={errors.channel}>
          <Select<string>
            autoFocus
            value={channel}
            onChange={setChannel}
            options={intake.others.map((one) => ({ value: one, label: t(`channel.${one}`) }))}
          />
        </Field>
      )}
      {wantsWords && (
        <Field
          label={t(words)}
          required={act !== 'pass' && outcome !== 'ordered'}
          error={errors[words] ?? errors.action}
        >
          <Input.TextArea
            autoFocus={!wantsChannel && act !== 'handle'}
            rows={3}
            maxLength={words === 'result' || words === 'answer' ? 2000 : 500}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setErrors({});
            }}
          />
        </Field>
      )}
    </Modal>
  );
}
