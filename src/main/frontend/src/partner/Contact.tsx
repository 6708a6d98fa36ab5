import { EyeOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnerWorkOrderDetail } from '../api/types';
import { useErrorText } from '../ui/Blank';
import { useToasts } from '../ui/toasts';
import { revealContact } from './queries';

type Person = NonNullable<PartnerWorkOrderDetail['contact']>;

/** Whom to call: hidden until somebody needs it, and then it is recorded who did. */
export function Contact({ id, hidden, over }: { id: string; hidden: Person; over: boolean }) {
  const { t } = useTranslation('partner');
  const { message } = useToasts();
  const errorText = useErrorText();
  const [shown, setShown] = useState<Person>();
  const [busy, setBusy] = useState(false);
  const person = shown ?? hidden;

  const reveal = async () => {
    setBusy(true);
    try {
      setShown(await revealContact(id));
    } catch (failure) {
      message.error(errorText(failure));
    } finally {
      setBusy(false);
    }
  };

  return (
    <span className="partner-contact">
      <span>{person.name}</span>
      {person.title && <span className="muted">{person.title}</span>}
      {shown?.phone ? (
        <a href={`tel:${shown.phone}`}>{shown.phone}</a>
      ) : (
        <span className="number">{person.phone}</span>
      )}
      {!shown && !over && (
        <Tooltip title={t('revealHint')}>
          <Button size="small" icon={<EyeOutlined />} loading={busy} onClick={() => void reveal()}>
            {t('reveal')}
          </Button>
        </Tooltip>
      )}
    </span>
  );
}
