import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionPage, TableDifference } from '../api/types';
import { Field } from '../ui/Field';
import { draftOf, type DraftRule } from './draft';
import { Differences } from './Differences';

/** What will change, and why; it acts at once, so it is said before. */
export function SaveDialog({
  page,
  rules,
  onSave,
  onClose,
}: {
  page: DecisionPage;
  rules: DraftRule[];
  onSave: (note: string) => Promise<void>;
  onClose: () => void;
}) {
  const { t } = useTranslation('rules');
  const { t: tu } = useTranslation('ui');
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    if (!note.trim()) return setMissing(true);
    setBusy(true);
    await onSave(note);
  };
  return (
    <Modal
      open
      width={720}
      title={t('saveTitle', { version: page.version + 1 })}
      okText={t('saveNow')}
      cancelText={tu('cancel')}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <p>{t('actsAtOnce')}</p>
      <Differences table={page.table} differences={between(draftOf(page), rules)} />
      <Field label={t('note')} required error={missing && !note.trim() ? t('noteMissing') : undefined}>
        <Input.TextArea
          rows={2}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Field>
    </Modal>
  );
}

function between(before: DraftRule[], after: DraftRule[]): TableDifference[] {
  const plain = ({ key, id, description, inputs, outputs }: DraftRule) => ({
    id: id ?? key,
    description,
    inputs,
    outputs,
  });
  const same = (one: DraftRule, other: DraftRule) => JSON.stringify(one) === JSON.stringify(other);
  const stayed = before.filter(({ key }) => after.some((rule) => rule.key === key)).map(({ key }) => key);
  let place = 0;
  return [
    ...before
      .filter(({ key }) => !after.some((rule) => rule.key === key))
      .map((rule) => ({ rule: rule.key, kind: 'removed', before: plain(rule), after: null })),
    ...after.flatMap((rule): TableDifference[] => {
      const former = before.find(({ key }) => key === rule.key);
      if (!former) return [{ rule: rule.key, kind: 'added', before: null, after: plain(rule) }];
      const isMoved = stayed[place++] !== rule.key;
      if (!same(former, rule)) {
        return [{ rule: rule.key, kind: 'changed', before: plain(former), after: plain(rule) }];
      }
      return isMoved ? [{ rule: rule.key, kind: 'moved', before: plain(former), after: plain(rule) }] : [];
    }),
  ];
}
