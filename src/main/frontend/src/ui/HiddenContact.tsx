import { EyeOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import { useErrorText } from './Blank';
import { useToasts } from './toasts';
import './hidden-contact.css';

interface Person {
  name?: string | null;
  title?: string | null;
  phone?: string | null;
}

/** Whom to call: hidden until somebody needs it, and then it is recorded who did. */
export function HiddenContact({
  hidden,
  label,
  hint,
  reveal,
}: {
  hidden: Person;
  label: string;
  hint: string;
  /** Nothing where it is not to be had. */
  reveal?: () => Promise<Person>;
}) {
  const { message } = useToasts();
  const errorText = useErrorText();
  const [shown, setShown] = useState<Person>();
  const [busy, setBusy] = useState(false);
  const person = shown ?? hidden;

  const ask = async () => {
    setBusy(true);
    try {
      setShown(await reveal!());
    } catch (failure) {
      message.error(errorText(failure));
    } finally {
      setBusy(false);
    }
  };

  return (
    <span className="hidden-contact">
      <span>{person.name}</span>
      {person.title && <span className="muted">{person.title}</span>}
      {shown?.phone ? (
        <a href={`tel:${shown.phone}`}>{shown.phone}</a>
      ) : (
        <span className="number">{person.phone}</span>
      )}
      {!shown && reveal && (
        <Tooltip title={hint}>
          <Button size="small" icon={<EyeOutlined />} loading={busy} onClick={() => void ask()}>
            {label}
          </Button>
        </Tooltip>
      )}
    </span>
  );
}
