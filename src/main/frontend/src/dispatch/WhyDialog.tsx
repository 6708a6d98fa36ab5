import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Considered, DispatchChoice, Task, TaskReason } from '../api/types';
import { RuleGrid } from '../rules/RuleGrid';
import { draftOf } from '../rules/draft';
import { useTableWords } from '../rules/useTableWords';
import { Failure } from '../ui/Blank';
import { Tag, type Tone } from '../ui/Tag';
import { minute } from '../ui/time';
import { Waiting } from '../ui/Waiting';
import { useBilingual, useWord } from '../ui/words';
import { reasonsQuery } from './queries';
import '../rules/rules.css';
import './dispatch.css';

/** Tables that say by when, not whose. */
const OF_TIME = ['due-time', 'working-calendar'];

/** Why a task came to its owner and its due time: the row that matched, lit in its table, and who else was considered. */
export default function WhyDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const { t } = useTranslation('dispatch');
  const bilingual = useBilingual();
  const reasons = useQuery(reasonsQuery(task.id));
  return (
    <Modal
      open
      footer={null}
      width={1040}
      title={t('whyTitle', { name: bilingual(task, 'name') })}
      onCancel={onClose}
    >
      {reasons.error ? (
        <Failure error={reasons.error} onRetry={() => void reasons.refetch()} />
      ) : !reasons.data ? (
        <Waiting />
      ) : (
        <>
          {reasons.data.every(({ decision }) => OF_TIME.includes(decision)) && (
            <p className="muted">{t('byTheModel')}</p>
          )}
          {reasons.data.map((reason, at) => (
            <Reason key={reason.decision} reason={reason} task={task} open={at === 0} />
          ))}
        </>
      )}
    </Modal>
  );
}

function Reason({ reason, task, open }: { reason: TaskReason; task: Task; open: boolean }) {
  const { t } = useTranslation('dispatch');
  const words = useTableWords();
  const { table } = reason;
  const places = table?.rules.flatMap(({ id }, at) => (reason.rules.includes(id) ? [at] : [])) ?? [];
  const matched = table ? places.map((at) => table.rules[at]!) : [];
  return (
    <details className="why" open={open}>
      <summary>
        <b>{words.table(reason.decision, table?.name ?? reason.decision)}</b>{' '}
        <span>
          {matched.length > 0
            ? t('matched', { place: places.map((at) => at + 1).join(', '), version: reason.version })
            : t('tableGone', { version: reason.version })}
        </span>
        {matched.map(({ id, description }) => description && <q key={id}>{description}</q>)}
      </summary>
      {reason.choice && <Chosen choice={reason.choice} task={task} />}
      {table && (
        <dl className="facts why-facts" aria-label={t('inputs')}>
          {table.inputs.map((input) => (
            <div key={input.id}>
              <dt>{words.column(input.expression, input.label)}</dt>
              <dd>
                {said(reason.inputs[input.expression]) ?? <span className="muted">{t('nothing')}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {table && (
        <RuleGrid
          table={table}
          rules={draftOf({ table })}
          readOnly
          lit={new Set(places)}
          errors={{}}
          onChange={() => undefined}
        />
      )}
    </details>
  );
}

const TONES: Record<string, Tone> = {
  chosen: 'good',
  away: 'warn',
  'off-duty': 'warn',
  voted: 'warn',
  full: 'warn',
};

/** Who was considered, and why not. */
function Chosen({ choice, task }: { choice: DispatchChoice; task: Task }) {
  const { t } = useTranslation('dispatch');
  const word = useWord();
  const person = choice.considered.find(({ verdict }) => verdict === 'chosen');
  const verdict = (one: Considered) =>
    one.verdict === 'away'
      ? t('awayUntil', { day: one.awayUntil })
      : one.verdict === 'full'
        ? t('full', { limit: choice.limit })
        : word('dispatch:verdict', one.verdict);
  return (
    <>
      <p className="why-choice">
        {t(`how.${choice.how as 'case'}`, { name: person?.name ?? '', customer: task.customer?.name ?? '' })}
      </p>
      {choice.considered.length > 0 && (
        <table className="why-people">
          <caption className="sr-only">{t('considered')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('person')}</th>
              <th scope="col">{t('inHand')}</th>
              <th scope="col">{t('lastInCase')}</th>
              <th scope="col">{t('result')}</th>
            </tr>
          </thead>
          <tbody>
            {choice.considered.map((one) => (
              <tr key={one.person} data-chosen={one.verdict === 'chosen' || undefined}>
                <th scope="row">
                  {one.name} <code className="muted">{one.person}</code>
                </th>
                <td>{one.load}</td>
                <td>{one.lastInCase ? minute(one.lastInCase) : t('never')}</td>
                <td>
                  <Tag tone={TONES[one.verdict] ?? 'plain'}>{verdict(one)}</Tag>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function said(value: unknown): string | undefined {
  return value === null || value === undefined || value === '' ? undefined : String(value);
}
