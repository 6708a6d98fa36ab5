import { Checkbox, Modal } from 'antd';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useActiveShortcuts } from '../ui/shortcuts';
import { prefer, usePreferences } from './preferences';

const mac = navigator.platform.startsWith('Mac');

/** Every key that acts on the page as it stands, and the switch to have none. */
export default function ShortcutHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('shell');
  const shortcuts = useActiveShortcuts();
  const { shortcuts: on } = usePreferences();
  return (
    <Modal open={open} title={t('shortcuts.title')} footer={null} onCancel={onClose} width={420}>
      <dl className="keys">
        {shortcuts.map(({ keys, text }) => (
          <Fragment key={keys + text}>
            <dt>
              {keys.split('+').map((key) => (
                <kbd key={key}>
                  {key === 'mod' ? (mac ? '⌘' : 'Ctrl') : key.length === 1 ? key.toUpperCase() : key}
                </kbd>
              ))}
            </dt>
            <dd>{text}</dd>
          </Fragment>
        ))}
      </dl>
      <Checkbox checked={on} onChange={(event) => prefer({ shortcuts: event.target.checked })}>
        {t('shortcuts.on')}
      </Checkbox>
    </Modal>
  );
}
