import { UndoOutlined } from '@ant-design/icons';
import { Button, Checkbox, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../../ui/Key';
import { boundTo, pressed, useActiveShortcuts, type Shortcut } from '../../ui/shortcuts';
import { prefer, usePreferences } from '../preferences';
import './help.css';

/** Keys that move through a page or mean nothing alone. */
const RESERVED = /^(mod\+)?(Tab|Enter|Escape| |Shift|Control|Alt|Meta|Arrow\w+|Process|Dead)$/;
const NONE = ['Backspace', 'Delete'];

/** Every key that acts on the page as it stands, to be changed or left out, and the switch to have none. */
export default function ShortcutHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('help');
  const { t: ts } = useTranslation('shell');
  const shortcuts = useActiveShortcuts();
  const { shortcuts: on, keys: chosen } = usePreferences();
  const [asked, setAsked] = useState<Shortcut>();
  const [taken, setTaken] = useState<string>();

  const bind = (keys: string, to: string | undefined) => {
    const { [keys]: _before, ...others } = chosen;
    prefer({ keys: to === undefined || to === keys ? others : { ...others, [keys]: to } });
    setAsked(undefined);
    setTaken(undefined);
  };

  useEffect(() => {
    if (!asked) return;
    const press = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      const keys = pressed(event);
      const other = shortcuts.find((one) => one.keys !== asked.keys && boundTo(one.keys) === keys);
      if (event.key === 'Escape') setAsked(undefined);
      else if (NONE.includes(keys)) bind(asked.keys, '');
      else if (keys === asked.keys || !(RESERVED.test(keys) || event.altKey)) {
        if (other) setTaken(t('taken', { key: said(keys), text: other.text }));
        else bind(asked.keys, keys);
      }
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  });

  const close = () => {
    setAsked(undefined);
    setTaken(undefined);
    onClose();
  };
  return (
    <Modal open={open} title={ts('shortcuts.title')} footer={null} onCancel={close} width={460}>
      <ul className="keys">
        {shortcuts.map((shortcut) => {
          const { keys, text } = shortcut;
          const now = boundTo(keys);
          return (
            <li key={keys + text}>
              <span>{text}</span>
              {now !== keys && (
                <Button
                  type="text"
                  size="small"
                  icon={<UndoOutlined />}
                  aria-label={t('usual', { text, key: said(keys) })}
                  title={t('usual', { text, key: said(keys) })}
                  onClick={() => bind(keys, undefined)}
                />
              )}
              <button
                type="button"
                className="key"
                aria-label={t('change', { text, key: now ? said(now) : t('none') })}
                aria-pressed={asked?.keys === keys}
                onClick={() => {
                  setTaken(undefined);
                  setAsked(shortcut);
                }}
                onBlur={() => setAsked(undefined)}
              >
                {asked?.keys === keys ? t('press') : now ? <kbd>{said(now)}</kbd> : t('none')}
              </button>
            </li>
          );
        })}
      </ul>
      <p className="keys-hint" role="status">
        {taken ?? (asked ? t('pressHint') : t('hint'))}
      </p>
      <Checkbox checked={on} onChange={(event) => prefer({ shortcuts: event.target.checked })}>
        {t('on')}
      </Checkbox>
    </Modal>
  );
}
