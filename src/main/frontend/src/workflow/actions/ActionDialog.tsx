import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, DatePicker, Input, Modal, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiError } from '../../api/client';
import type { Opinion, Problem, Task, TaskAction, TaskActionName } from '../../api/types';
import { useMe } from '../../shell/session';
import { useErrorText } from '../../ui/Blank';
import { Field } from '../../ui/Field';
import { minute } from '../../ui/time';
import { useToasts } from '../../ui/toasts';
import { useSystemName } from '../../systems/useSystemName';
import { useBilingual, useWord } from '../../ui/words';
import { PersonPicker, type Chosen } from './PersonPicker';
import './actions.css';

/** What each action asks for: people and for what, words and whether they may be left out, a step, a day; Enter does a quick one. */
const ASKS: Record<
  Exclude<TaskActionName, 'claim'>,
  {
    people?: 'work' | 'ask';
    many?: boolean;
    words?: 'needed' | 'optional';
    step?: true;
    day?: true;
    quick?: true;
  }
> = {
  unclaim: { words: 'optional', quick: true },
  assign: { people: 'work', words: 'optional' },
  delegate: { people: 'work', words: 'optional' },
  resolve: { words: 'optional' },
  'opinion-before': { people: 'ask', many: true, words: 'needed' },
  'opinion-after': { people: 'ask', many: true, words: 'needed' },
  'opinion-withdraw': { words: 'needed' },
  return: { step: true, words: 'needed' },
  'take-back': { words: 'needed' },
  copy: { people: 'ask', many: true, words: 'optional' },
  urge: { words: 'optional' },
  'follow-up': { day: true, words: 'optional' },
};

interface Errors {
  people?: string;
  words?: string;
  step?: string;
  day?: string;
}

/** Asks what an action needs, does it, and says what became of it. */
export default function ActionDialog({
  task,
  action,
  opinion,
  title,
  onClose,
  onMoved,
}: {
  task: Task;
  action: TaskAction;
  /** The one that is no longer wanted. */
  opinion?: Opinion;
  title: string;
  onClose: () => void;
  onMoved?: (id: string) => void;
}) {
  const { t } = useTranslation('actions');
  const { t: tu } = useTranslation('ui');
  const me = useMe();
  const bilingual = useBilingual();
  const { message } = useToasts();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const name = action.action as keyof typeof ASKS;
  const asks = ASKS[name];
  const texts =
    name === 'opinion-withdraw' ? 'withdraw' : name === 'resolve' && task.owner === me.id ? 'fetch' : name;
  const [people, setPeople] = useState<Chosen[]>([]);
  const [words, setWords] = useState('');
  const [step, setStep] = useState(action.targets.length === 1 ? action.targets[0]!.activity : undefined);
  const [day, setDay] = useState<Dayjs | null>(task.followUp ? dayjs(task.followUp) : null);
  const [errors, setErrors] = useState<Errors>({});
  const [refusal, setRefusal] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  const missing = (): Errors => ({
    ...(asks.people && people.length === 0 && { people: t('whoMissing') }),
    ...(asks.words === 'needed' &&
      !words.trim() && { words: t(asks.people ? 'questionMissing' : 'reasonMissing') }),
    ...(asks.step && !step && { step: t('targetMissing') }),
  });

  const names = people.map(({ label }) => label).join(', ');
  const target = action.targets.find(({ activity }) => activity === step);

  const send = async () => {
    const wrong = missing();
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    setBusy(true);
    setRefusal(undefined);
    try {
      const answer = await request(task, name, {
        people: people.map(({ value }) => value),
        words: words.trim() || undefined,
        step,
        day: day?.format('YYYY-MM-DD'),
        opinion: opinion?.id,
      });
      const cleared = name === 'follow-up' && !day;
      message.success(
        cleared
          ? t('dialog.follow-up.cleared')
          : t(`dialog.${texts}.done`, { name: target ? target.byName : names }),
      );
      onClose();
      if (name === 'return' || name === 'take-back') onMoved?.(answer.id);
    } catch (failure) {
      setRefusal(failure instanceof ApiError ? failure.problem : { status: 0, detail: errorText(failure) });
      setBusy(false);
    }
    await queries.invalidateQueries({ queryKey: ['tasks'] });
    await queries.invalidateQueries({ queryKey: ['instances'] });
  };

  return (
    <Modal
      open
      title={title}
      width={480}
      okText={title}
      cancelText={tu('cancel')}
      confirmLoading={busy}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <p className="action-hint">{t(`dialog.${texts}.hint`, { name: opinion?.personName })}</p>
      {asks.people && (
        <Field label={t(`dialog.${name as 'assign'}.to`)} error={errors.people} required>
          <PersonPicker
            taskId={task.id}
            purpose={asks.people}
            many={asks.many ?? false}
            value={people}
            onChange={(chosen) => {
              setPeople(chosen);
              setErrors({});
            }}
          />
        </Field>
      )}
      {asks.step && (
        <Field label={t('dialog.return.target')} error={errors.step} required>
          <Radio.Group
            className="action-steps"
            value={step}
            onChange={(event) => setStep(event.target.value)}
            options={action.targets.map((one) => ({
              value: one.activity,
              label: (
                <>
                  {bilingual(one, 'name')}{' '}
                  <span className="muted">{t('doneBy', { name: one.byName, time: minute(one.done) })}</span>
                </>
              ),
            }))}
          />
        </Field>
      )}
      {asks.day && (
        <Field label={t('dialog.follow-up.day')} error={errors.day}>
          <DatePicker
            autoFocus
            style={{ width: '100%' }}
            value={day}
            onChange={(chosen) => setDay(chosen)}
            disabledDate={(date) =>
              !date.isAfter(dayjs().endOf('day')) || date.isAfter(dayjs().add(1, 'year'))
            }
          />
        </Field>
      )}
      <Field
        label={'reason' in textsOf(texts) ? t(`dialog.${texts as 'return'}.reason`) : t('note')}
        error={errors.words}
        hint={asks.words === 'optional' ? t('optional') : undefined}
        required={asks.words === 'needed'}
      >
        <Input.TextArea
          autoFocus={!asks.people && !asks.day}
          rows={3}
          maxLength={500}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setErrors({});
          }}
          onPressEnter={(event) => {
            if (!asks.quick || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            void send();
          }}
        />
      </Field>
      {refusal && (
        <Refusal
          problem={refusal}
          ask={
            refusal.nextTask ? (
              <AskHolder problem={refusal} why={words.trim()} onAsked={onClose} />
            ) : undefined
          }
        />
      )}
    </Modal>
  );
}

/** Which dialogs have a word of their own for what is written. */
function textsOf(name: string): { reason?: true } {
  return /resolve|fetch|opinion|return|take-back|withdraw/.test(name) ? { reason: true } : {};
}

/** Whoever has the next step already can still return it: they are told on it, where they read why. */
function AskHolder({ problem, why, onAsked }: { problem: Problem; why: string; onAsked: () => void }) {
  const { t } = useTranslation('actions');
  const { message } = useToasts();
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const name = problem.claimedByName;
  const ask = async () => {
    setBusy(true);
    try {
      await api.post(`/api/tasks/${problem.nextTask}/comments`, {
        text: t('askHolder.text', { name, why }),
        mentions: [problem.claimedBy],
      });
      message.success(t('askHolder.done', { name }));
      onAsked();
    } catch (failure) {
      message.error(errorText(failure));
      setBusy(false);
    }
  };
  return (
    <Button size="small" loading={busy} onClick={() => void ask()}>
      {t('askHolder.button')}
    </Button>
  );
}

function Refusal({ problem, ask }: { problem: Problem; ask: ReactNode }) {
  const { t } = useTranslation('actions');
  const word = useWord();
  const systemName = useSystemName();
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={problem.errors?.[0]?.message ?? problem.detail ?? problem.title}
      action={ask}
      description={
        problem.undo && (
          <>
            {t('undo')}
            <ul className="action-undo">
              {problem.undo.map((effect) => (
                <li key={`${effect.system}${effect.step}${effect.businessKey}${effect.at}`}>
                  <code>{effect.businessKey}</code> {systemName(effect.system)}{' '}
                  {word('systems:steps', effect.step)} <time className="muted">{minute(effect.at)}</time>
                </li>
              ))}
            </ul>
          </>
        )
      }
    />
  );
}

interface Filled {
  people: string[];
  words: string | undefined;
  step: string | undefined;
  day: string | undefined;
  opinion: string | undefined;
}

function request(
  task: Task,
  action: keyof typeof ASKS,
  { people, words, step, day, opinion }: Filled,
): Promise<Task> {
  const revision = task.revision;
  const at = (path: string) => `/api/tasks/${task.id}/${path}`;
  switch (action) {
    case 'unclaim':
      return api.post(at('unclaim'), { reason: words, revision });
    case 'opinion-withdraw':
      return api.post(at(`opinions/${opinion}/withdraw`), { reason: words });
    case 'assign':
    case 'delegate':
      return api.post(at(action), { to: people[0], reason: words, revision });
    case 'resolve':
      return api.post(at('resolve'), { answer: words, revision });
    case 'opinion-before':
    case 'opinion-after':
      return api.post(at('opinions'), {
        place: action === 'opinion-before' ? 'before' : 'after',
        of: people,
        question: words,
        revision,
      });
    case 'return':
      return api.post(at('return'), { toActivity: step, reason: words, revision });
    case 'take-back':
      return api.post(at('take-back'), { reason: words });
    case 'copy':
      return api.post(at('cc'), { to: people, note: words });
    case 'urge':
      return api.post(at('urge'), { note: words });
    case 'follow-up':
      return api.post(at('follow-up'), { on: day ?? null, reason: words, revision });
  }
}
