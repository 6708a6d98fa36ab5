import { CheckOutlined, EditOutlined, RightOutlined, WarningFilled } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useLiveStatus } from '../api/live';
import type { OpportunityDetail } from '../api/types';
import { useCityName } from '../shell/session';
import { CallsPart } from '../systems/CallsPart';
import { Failure } from '../ui/Blank';
import { HiddenContact } from '../ui/HiddenContact';
import { CopyButton } from '../ui/JsonView';
import { useTitle } from '../ui/PageHead';
import { PopMenu } from '../ui/PopMenu';
import { Tabs } from '../ui/Tabs';
import { Tag } from '../ui/Tag';
import { day, minute } from '../ui/time';
import { Waiting } from '../ui/Waiting';
import { useBilingual, useWord } from '../ui/words';
import { DiagramPart } from '../workflow/DiagramPart';
import MatterLink from '../workflow/matter/MatterLink';
import { Timeline } from '../workflow/Timeline';
import { AgeChip } from './AgeChip';
import { AgreementPart } from './AgreementPart';
import type { Act } from './ActDialog';
import { FactsPart } from './FactsPart';
import { PeoplePart } from './PeoplePart';
import { opportunityCallsQuery, opportunityQuery, opportunityTimelineQuery, revealContact } from './queries';
import { SolutionPart } from './SolutionPart';
import { STAGES, yuan } from './stages';
import { OpportunityState } from './StateTag';
import { useActs, type Refusal } from './useActs';
import '../ordering/order.css';
import './opportunity.css';

const ActDialog = lazy(() => import('./ActDialog'));

type Tab = 'facts' | 'solution' | 'agreement' | 'people' | 'diagram' | 'calls';

export default function OpportunityPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('opportunity');
  const [params, setParams] = useSearchParams();
  const polling = useLiveStatus() === 'polling';
  const opportunity = useQuery({ ...opportunityQuery(id), refetchInterval: polling && 30_000 });
  const timeline = useQuery({ ...opportunityTimelineQuery(id), enabled: !!opportunity.data });
  const calls = useQuery({ ...opportunityCallsQuery(id), enabled: !!opportunity.data });
  const tab = (params.get('tab') ?? 'facts') as Tab;
  useTitle(opportunity.data?.name ?? id);

  if (opportunity.error)
    return <Failure error={opportunity.error} onRetry={() => void opportunity.refetch()} />;
  if (!opportunity.data)
    return (
      <div className="page">
        <div className="card entry-wait">
          <Waiting rows={10} />
        </div>
      </div>
    );
  const shown = opportunity.data;

  return (
    <div className="page">
      <Head opportunity={shown} />
      <div className="order-grid">
        <div className="order-main">
          <section className="card order-tabs">
            <Tabs<Tab>
              label={shown.name}
              active={tab}
              onChange={(key) => setParams(key === 'facts' ? {} : { tab: key }, { replace: true })}
              tabs={[
                { key: 'facts', label: t('tab.facts'), children: <FactsPart opportunity={shown} /> },
                { key: 'solution', label: t('tab.solution'), children: <SolutionPart opportunity={shown} /> },
                {
                  key: 'agreement',
                  label: t('tab.agreement'),
                  children: <AgreementPart opportunity={shown} />,
                },
                {
                  key: 'people',
                  label: t('tab.people', { count: shown.collaborations.length }),
                  children: <PeoplePart opportunity={shown} />,
                },
                {
                  key: 'diagram',
                  label: t('tab.diagram'),
                  children: shown.instanceId && <DiagramPart instanceId={shown.instanceId} />,
                },
                {
                  key: 'calls',
                  label: t('tab.calls', { count: calls.data?.length ?? 0 }),
                  children: <CallsPart calls={calls} />,
                },
              ]}
            />
          </section>
        </div>
        <section className="card order-timeline" aria-labelledby="opportunity-timeline">
          <div className="card-head">
            <h2 id="opportunity-timeline">{t('timeline')}</h2>
            <MatterLink id={id} />
          </div>
          <Timeline entries={timeline.data} error={timeline.error} onRetry={() => void timeline.refetch()} />
        </section>
      </div>
    </div>
  );
}

function Head({ opportunity }: { opportunity: OpportunityDetail }) {
  const { t } = useTranslation('opportunity');
  const cityName = useCityName();
  const word = useWord();
  const bilingual = useBilingual();
  const { busy, send } = useActs();
  const [act, setAct] = useState<Act>();
  const [refusal, setRefusal] = useState<Refusal>();
  const may = (action: string) => opportunity.actions.includes(action);
  const others = (['collaborate', 'return', 'unsigned', 'terminate'] as const).filter(may);
  const wanted = refusal?.errors.length ? refusal.errors : opportunity.missing;
  const facts: [string, React.ReactNode][] = [
    [t('expectedRevenue'), t('yuan', { amount: yuan(opportunity.expectedRevenue) })],
    [t('owner'), opportunity.ownerName ?? (opportunity.ownerGroup ? t('group') : t('nobody'))],
    [t('city'), cityName(opportunity.city)],
    [t('industry'), opportunity.industry],
    [
      t('contact'),
      (opportunity.contactName || opportunity.phoneMasked) && (
        <HiddenContact
          key={opportunity.phoneMasked}
          hidden={{ name: opportunity.contactName, phone: opportunity.phoneMasked }}
          label={t('reveal')}
          hint={t('revealHint')}
          reveal={may('contact') ? () => revealContact(opportunity.id) : undefined}
        />
      ),
    ],
    [t('source'), word('opportunity:sources', opportunity.source)],
    [t('acquired'), day(opportunity.acquired)],
    [t('deadline'), opportunity.deadline && day(opportunity.deadline)],
    [t('products'), opportunity.products.map((one) => bilingual(one, 'name')).join(' · ')],
    [t('campaign'), opportunity.campaign],
    [t('template'), opportunity.template],
    [t('created'), minute(opportunity.created)],
    [
      t('mirror'),
      opportunity.mirror.stage &&
        `${word('opportunity:stage', opportunity.mirror.stage)} ${minute(opportunity.mirror.at)}`,
    ],
    [
      t('order'),
      opportunity.orderId && (
        <Link key="order" to={`/orders/${opportunity.orderId}`}>
          {opportunity.orderId}
        </Link>
      ),
    ],
  ];

  return (
    <header className="card order-head">
      <div className="order-title">
        <h1>{opportunity.name}</h1>
        <span>{opportunity.customerName}</span>
        {!opportunity.customerId && <Tag tone="warn">{t('prospect')}</Tag>}
        <span className="order-id number">
          {opportunity.id}
          <CopyButton text={opportunity.id} label={t('copyId')} />
        </span>
        <OpportunityState row={opportunity} />
        <AgeChip row={opportunity} />
        {opportunity.waitsAt !== 'stage' && opportunity.waitsAt !== 'ended' && (
          <Tag tone="warn">{t(`waitsAt.${opportunity.waitsAt as 'approval'}`)}</Tag>
        )}
        <div className="order-progress">
          {others.length > 0 && (
            <PopMenu
              className="framed"
              label={t('otherActions')}
              button={t('otherActions')}
              items={others.map((key) => ({ key, label: t(`action.${key}`), run: () => setAct(key) }))}
            />
          )}
          {may('edit') && (
            <Link to={`/opportunities/${opportunity.id}/edit`}>
              <Button icon={<EditOutlined />} tabIndex={-1}>
                {t('editEntry')}
              </Button>
            </Link>
          )}
          {may('advance') && (
            <Button
              type="primary"
              icon={<RightOutlined />}
              loading={!!busy}
              onClick={() => void send(opportunity, 'advance').then(setRefusal)}
            >
              {t(opportunity.stage === 'order' ? 'action.convert' : 'action.advance')}
            </Button>
          )}
        </div>
      </div>
      <Steps opportunity={opportunity} />
      {may('advance') && wanted.length > 0 && (
        <div className="wanted" role={refusal ? 'alert' : undefined} data-refused={!!refusal}>
          <WarningFilled aria-hidden />
          <div>
            <b>{t(refusal ? 'cannotMoveYet' : 'stillWanted')}</b>
            <ul className="missing">
              {wanted.map(({ field, message }) => (
                <li key={field}>{message}</li>
              ))}
            </ul>
          </div>
        </div>
      )}
      {refusal && refusal.errors.length === 0 && (
        <p className="order-note tree-bad" role="alert">
          {refusal.text}
        </p>
      )}
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
      {opportunity.need && (
        <p className="order-note">
          <span className="muted">{t('need')}</span> {opportunity.need}
        </p>
      )}
      {opportunity.reason && (
        <p className="order-note tree-bad">
          <span className="muted">{t('reason')}</span> {opportunity.reason}
        </p>
      )}
      <Suspense>
        {act && (
          <ActDialog
            act={act}
            opportunity={opportunity}
            channels={opportunity.channels}
            onClose={() => setAct(undefined)}
          />
        )}
      </Suspense>
    </header>
  );
}

/** The five stages: behind, here, ahead. */
function Steps({ opportunity }: { opportunity: OpportunityDetail }) {
  const { t } = useTranslation('opportunity');
  const here = STAGES.findIndex((stage) => stage === opportunity.stage);
  const won = opportunity.state === 'converted';
  return (
    <ol className="steps" aria-label={t('stages')}>
      {STAGES.map((stage, index) => {
        const done = won || index < here;
        const now = !won && index === here && opportunity.state === 'inProgress';
        return (
          <li key={stage} data-done={done} data-now={now} aria-current={now ? 'step' : undefined}>
            <span aria-hidden>{done ? <CheckOutlined /> : index + 1}</span>
            {t(`stage.${stage}`)}
          </li>
        );
      })}
    </ol>
  );
}
