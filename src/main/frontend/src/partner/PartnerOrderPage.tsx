import { ArrowLeftOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useLiveStatus } from '../api/live';
import { useCityName } from '../shell/session';
import { Failure } from '../ui/Blank';
import { DueChip } from '../ui/DueChip';
import { useTitle } from '../ui/PageHead';
import { said } from '../ui/said';
import { StateTag } from '../ui/StateTag';
import { day, minute } from '../ui/time';
import { useCharacteristicValue } from '../ui/useCharacteristicValue';
import { Waiting } from '../ui/Waiting';
import { useBilingual, useWord } from '../ui/words';
import { Contact } from './Contact';
import { PartnerForm } from './PartnerForm';
import { partnerOrderQuery } from './queries';
import { visit } from './visit';
import './partner.css';

/** One work order: where, when, whom to call, and the form of what is to be done now. */
export default function PartnerOrderPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('partner');
  const word = useWord();
  const bilingual = useBilingual();
  const chosenValue = useCharacteristicValue();
  const cityName = useCityName();
  const polling = useLiveStatus() === 'polling';
  const found = useQuery({ ...partnerOrderQuery(id), refetchInterval: polling && 30_000 });
  useTitle(id);

  if (found.error) return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) {
    return (
      <div className="page">
        <div className="card partner-card">
          <Waiting rows={8} />
        </div>
      </div>
    );
  }

  const { order, characteristics, wantedBy, note, contact, feedback, review, signature, taskId, stop } =
    found.data;
  const facts: [string, ReactNode][] = [
    [t('customer'), order.customerName],
    [t('city'), cityName(order.city)],
    [t('place'), order.place],
    [
      t('contact'),
      contact && <Contact key="contact" id={order.id} hidden={contact} over={!!order.completed} />,
    ],
    [t('visit'), order.visitFrom && order.visitTo && visit(order.visitFrom, order.visitTo)],
    [t('priority'), word('ordering:priorities', String(order.priority))],
    [t('created'), minute(order.created)],
    [t('wantedBy'), day(wantedBy)],
    [t('due'), minute(order.due)],
    [t('completed'), order.completed && minute(order.completed)],
    [t('signature'), signature],
  ];
  return (
    <div className="page">
      <header className="page-head">
        <Link to="/partner" aria-label={t('back')}>
          <ArrowLeftOutlined />
        </Link>
        <h1>{order.description}</h1>
        <StateTag state={order.stage} />
        {!order.completed && <DueChip created={order.created} due={order.due} />}
      </header>
      <section className="card partner-card">
        <dl className="facts partner-facts">
          {facts.map(
            ([name, value]) =>
              value && (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ),
          )}
        </dl>
        {characteristics.length > 0 && (
          <section aria-label={t('wanted')}>
            <h2 className="partner-wanted">{t('wanted')}</h2>
            <dl className="facts partner-chosen">
              {characteristics.map((chosen) => (
                <div key={chosen.name}>
                  <dt>{bilingual(chosen, 'label')}</dt>
                  <dd>{chosenValue(chosen)}</dd>
                </div>
              ))}
            </dl>
          </section>
        )}
        {note && (
          <p>
            <span className="muted">{t('note')}</span> {note}
          </p>
        )}
        {order.refusal && <Alert type="warning" showIcon title={t('refused', { reason: order.refusal })} />}
        {review && <Alert type="info" showIcon title={t('review', { text: said(review) })} />}
        {!order.refusal && feedback && (
          <p>
            <span className="muted">{t('feedback')}</span> {said(feedback)}
          </p>
        )}
      </section>
      {stop && (
        <>
          <Alert
            type="warning"
            showIcon
            title={word('partner:stop', stop.kind)}
            description={stop.reason && t('stopReason', { reason: stop.reason })}
          />
          <PartnerForm key={stop.taskId} taskId={stop.taskId} orderId={order.id} />
        </>
      )}
      {taskId ? (
        <PartnerForm key={taskId} taskId={taskId} orderId={order.id} />
      ) : (
        !order.completed &&
        !stop && (
          <p className="muted partner-wait">
            {t(order.stage === 'done' ? 'waitsForSignOff' : 'nothingToDo')}
          </p>
        )
      )}
    </div>
  );
}
