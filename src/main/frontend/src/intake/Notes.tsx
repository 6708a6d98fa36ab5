import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { IntakeDetail } from '../api/types';
import { Blank, useErrorText } from '../ui/Blank';
import { Field } from '../ui/Field';
import { Tag } from '../ui/Tag';
import { minute } from '../ui/time';
import { useToasts } from '../ui/toasts';
import { intakeQuery } from './queries';

/** What every channel has written down; the next one adds to it and nobody overwrites it. */
export function Notes({ intake }: { intake: IntakeDetail }) {
  const { t } = useTranslation('intake');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { message } = useToasts();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);

  const add = async () => {
    if (!text.trim() || busy) return;
    setBusy(true);
    try {
      const after = await api.post<IntakeDetail>(`/api/intakes/${intake.id}/notes`, { text });
      queries.setQueryData(intakeQuery(intake.id).queryKey, after);
      setText('');
      await queries.invalidateQueries({ queryKey: ['intakes', intake.id, 'timeline'] });
    } catch (failure) {
      message.error(errorText(failure));
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className="intake-notes">
      {intake.actions.includes('note') && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <Field label={t('addNote')} hint={t('addNoteHint')}>
            <Input.TextArea
              rows={2}
              maxLength={2000}
              value={text}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
                  event.preventDefault();
                  event.stopPropagation();
                  void add();
                }
              }}
            />
          </Field>
          <Button htmlType="submit" loading={busy} disabled={!text.trim()}>
            {t('add')}
          </Button>
        </form>
      )}
      {intake.notes.length === 0 ? (
        <Blank title={t('noNotes')} />
      ) : (
        <ol>
          {[...intake.notes].reverse().map((note) => (
            <li key={note.at}>
              <header>
                <Tag tone={note.kind === 'note' ? 'plain' : 'info'}>{t(`channel.${note.channel}`)}</Tag>
                <b>{note.authorName}</b>
                {note.kind !== 'note' && <span>{t(`noteKind.${note.kind as 'ask'}`)}</span>}
                <span className="muted number">{minute(note.at)}</span>
              </header>
              <p>{note.text}</p>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
