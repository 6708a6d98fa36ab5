import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpportunityDetail, OpportunityRow } from '../api/types';
import { Field } from '../ui/Field';
import { useActs } from './useActs';

export type Act = 'return' | 'terminate' | 'unsigned' | 'collaborate';

/** Asks what an action needs: why, or whom and for what. */
export default function ActDialog({
  act,
  opportunity,
  channels,
  onClose,
}: {
  act: Act;
  opportunity: OpportunityRow;
  channels?: OpportunityDetail['channels'];
  onClose: () => void;
}) {
  const { t } = useTranslation('opportunity');
  const { t: tu } = useTranslation('ui');
  const { busy, send } = useActs();
  const [text, setText] = useState('');
  const [channel, setChannel] = useState<string>();
  const [error, setError] = useState<string>();
  const helping = act === 'collaborate';

  const go = async () => {
    if (!text.trim()) return setError(t(helping ? 'act.askMissing' : 'act.reasonMissing'));
    if (helping && !channel) return setError(t('act.channelMissing'));
    const refusal = await send(
      opportunity,
      act,
      helping ? { channel, ask: text.trim() } : { reason: text.trim() },
    );
    if (refusal) setError(refusal.errors.map(({ message }) => message).join(' ') || refusal.text);
    else onClose();
  };

  return (
    <Modal
      open
      title={t(`act.${act}`, { name: opportunity.name })}
      okText={t(`action.${act}`)}
      okButtonProps={{ danger: act === 'terminate' || act === 'unsigned' }}
      cancelText={tu('cancel')}
      confirmLoading={!!busy}
      onOk={() => void go()}
      onCancel={onClose}
      width={520}
    >
      <p className="act-hint">{t(`actHint.${act}`)}</p>
      {helping && (
        <Field label={t('channel')} required>
          <Select<string>
            value={channel}
            onChange={setChannel}
            options={channels?.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
      )}
      <Field label={t(helping ? 'act.ask' : 'reason')} required error={error}>
        <Input.TextArea
          autoFocus
          rows={3}
          maxLength={500}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setError(undefined);
          }}
        />
      </Field>
    </Modal>
  );
}
