import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { IntakeDetail } from '../api/types';
import { useCityName } from '../shell/session';
import { DueChip } from '../ui/DueChip';
import { CopyButton } from '../ui/JsonView';
import { PopMenu } from '../ui/PopMenu';
import { useShortcuts } from '../ui/shortcuts';
import { Tag } from '../ui/Tag';
import { minute } from '../ui/time';
import type { Act } from './ActDialog';
import { Path } from './Path';
import { IntakeState } from './StateTag';
import { useActs } from './useActs';
import { useName } from './useName';

const ActDialog = lazy(() => import('./ActDialog'));
const EditDialog = lazy(() => import('./EditDialog'));

const IN_DIALOGS = ['handle', 'answer', 'match', 'return', 'pass', 'help', 'take-back', 'withdraw'] as const;

/** What it is, where it stands, and what one can do with it now. */
export function Head({ intake }: { intake: IntakeDetail }) {
  const { t } = useTranslation('intake');
  const nameOf = useName();
  const cityName = useCityName();
  const navigate = useNavigate();
  const { busy, send } = useActs();
  const [act, setAct] = useState<Act>();
  const [editing, setEditing] = useState(false);
  const may = (action: string) => intake.actions.includes(action);
  const wantsOrder = intake.kind === 'new-order' || intake.kind === 'change';
  const first = (['answer', 'match', 'handle'] as const).find(may);
  const main =
    may('order') && wantsOrder
      ? 'order'
      : intake.kind === 'opportunity' && may('opportunity')
        ? 'opportunity'
        : first;
  const order = () => void navigate(`/orders/new?intake=${intake.id}`);
  const opportunity = () => void send(intake, 'handle', { outcome: 'opportunity' });
  const run = (action: string) =>
    action === 'order' ? order() : action === 'opportunity' ? opportunity() : setAct(action as Act);
  const others = [
    ...(may('order') ? ['order'] : []),
    ...(may('opportunity') ? ['opportunity'] : []),
    ...IN_DIALOGS.filter(may),
  ].filter((action) => action !== main);

  useShortcuts([
    ...(may('edit') ? [{ keys: 'e', text: t('action.edit'), run: () => setEditing(true) }] : []),
    ...(main ? [{ keys: 'h', text: t(`action.${main}`), run: () => run(main) }] : []),
  ]);

  const facts: [string, React.ReactNode][] = [
    [t('contactName'), intake.contactName],
    [t('contactPhone'), intake.contactPhone],
    [t('callbackPhone'), intake.callbackPhone],
    [t('city'), cityName(intake.city)],
    [t('created'), `${minute(intake.created)} ${intake.createdByName}`],
    [t('told'), intake.told ? minute(intake.told) : intake.state === 'preAccepted' ? t('notTold') : null],
    [t('externalId'), intake.externalId],
    [
      t('order'),
      intake.orderId && (
        <Link key="order" to={`/orders/${intake.orderId}`}>
          {intake.orderId}
        </Link>
      ),
    ],
    [
      t('opportunity'),
      intake.opportunityId && (
        <Link key="opportunity" to={`/opportunities/${intake.opportunityId}`}>
          {intake.opportunityId}
        </Link>
      ),
    ],
  ];

  return (
    <header className="card order-head">
      <div className="order-title">
        <h1>{nameOf(intake)}</h1>
        <span>{intake.customerName}</span>
        {!intake.customerId && <Tag tone="warn">{t('unknown')}</Tag>}
        <span className="order-id number">
          {intake.id}
          <CopyButton text={intake.id} label={t('copyId')} />
        </span>
        <IntakeState row={intake} />
        {intake.due && <DueChip created={intake.created} due={intake.due} />}
        <div className="order-progress">
          {may('edit') && <Button onClick={() => setEditing(true)}>{t('action.edit')}</Button>}
          {others.length > 0 && (
            <PopMenu
              className="framed"
              label={t('otherActions')}
              button={t('otherActions')}
              items={others.map((key) => ({
                key,
                label: t(`action.${key as 'handle'}`),
                run: () => run(key),
              }))}
            />
          )}
          {main && (
            <Button type="primary" loading={busy} onClick={() => run(main)}>
              {t(`action.${main}`)}
            </Button>
          )}
        </div>
      </div>
      <Path intake={intake} />
      <p className="intake-need">{intake.need}</p>
      <dl className="facts">
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd className="number">{value}</dd>
              </div>
            ),
        )}
      </dl>
      {(intake.outcome || intake.state === 'withdrawn') && (
        <p className={`order-note ${intake.state === 'withdrawn' ? 'tree-bad' : ''}`}>
          <span className="muted">
            {intake.outcome ? t(`outcome.${intake.outcome}`) : t('state.withdrawn')}
            {intake.ended && ` · ${minute(intake.ended)}`}
          </span>{' '}
          {intake.result}
        </p>
      )}
      <Suspense>
        {act && <ActDialog act={act} intake={intake} onClose={() => setAct(undefined)} />}
        {editing && <EditDialog intake={intake} onClose={() => setEditing(false)} />}
      </Suspense>
    </header>
  );
}
