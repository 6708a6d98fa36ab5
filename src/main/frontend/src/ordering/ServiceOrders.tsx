import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OrderDetail, ServiceOrder, WorkOrder } from '../api/types';
import { ExpediteButton } from '../provisioning/ExpediteButton';
import { FalloutLink } from '../provisioning/FalloutLink';
import { useMe } from '../shell/session';
import { AtRisk } from '../ui/AtRisk';
import { said } from '../ui/said';
import { StateTag } from '../ui/StateTag';
import { minute } from '../ui/time';
import { useBilingual, useWord } from '../ui/words';
import { isFinal, isLate } from './progress';
import { ServiceOrderLink } from './ServiceOrderLink';

/** Where a unit is at work and may be told to hurry. */
const URGEABLE = ['dispatched', 'executing'];

/** The order's tree: what must be opened, and who executes what for it. */
export function ServiceOrders({ order }: { order: OrderDetail }) {
  const { t } = useTranslation('ordering');
  const { serviceOrders } = order;
  return (
    <section className="card" aria-labelledby="order-tree">
      <div className="card-head">
        <h2 id="order-tree">{t('tree.title')}</h2>
        <span className="muted">{t('tree.hint')}</span>
      </div>
      {serviceOrders.length === 0 ? (
        <p className="order-none">{t(isFinal(order.state) ? 'tree.none' : 'tree.soon')}</p>
      ) : (
        <ServiceOrderTree shown={serviceOrders} all={serviceOrders} />
      )}
    </section>
  );
}

/** Service orders of an order with their work orders; those they wait for are among all of the order's. */
export function ServiceOrderTree({ shown, all }: { shown: ServiceOrder[]; all: ServiceOrder[] }) {
  const { t } = useTranslation('ordering');
  return (
    <table className="tree">
      <thead>
        <tr>
          <th>{t('tree.name')}</th>
          <th>{t('state')}</th>
          <th>{t('tree.by')}</th>
          <th>{t('due')}</th>
          <th>{t('completed')}</th>
        </tr>
      </thead>
      {shown.map((serviceOrder) => (
        <Branch key={serviceOrder.id} serviceOrder={serviceOrder} all={all} />
      ))}
    </table>
  );
}

function Branch({ serviceOrder, all }: { serviceOrder: ServiceOrder; all: ServiceOrder[] }) {
  const { t } = useTranslation('ordering');
  const bilingual = useBilingual();
  const word = useWord();
  const waitsFor = (serviceOrder.dependsOn ?? [])
    .map((id) => all.find((candidate) => candidate.id === id))
    .filter((other): other is ServiceOrder => !!other && !isFinal(other.state));
  return (
    <tbody>
      <tr className="tree-service">
        <td>
          <div className="tree-name">
            <b>{bilingual(serviceOrder, 'productName')}</b>
            <span className="muted">{word('ordering:action', serviceOrder.action)}</span>
          </div>
          <ServiceOrderLink id={serviceOrder.id} />
          {serviceOrder.openFallout && <OpenFallout id={serviceOrder.openFallout} />}
          {waitsFor.length > 0 && (
            <div className="tree-note">
              {t('tree.waits', {
                names: waitsFor.map((other) => bilingual(other, 'productName')).join(t('comma')),
              })}
            </div>
          )}
          <UnitOutlook outlook={serviceOrder.outlook} />
          {serviceOrder.message && <div className="tree-note tree-bad">{said(serviceOrder.message)}</div>}
        </td>
        <td>
          <StateTag state={serviceOrder.state} />
        </td>
        <td>{bilingual(serviceOrder, 'pathName') || '–'}</td>
        <Dates row={serviceOrder} />
      </tr>
      {serviceOrder.workOrders.map((workOrder) => (
        <Leaf key={workOrder.id} workOrder={workOrder} />
      ))}
    </tbody>
  );
}

function Leaf({ workOrder }: { workOrder: WorkOrder }) {
  const { t } = useTranslation('ordering');
  const { modules } = useMe();
  const bilingual = useBilingual();
  return (
    <tr className="tree-work">
      <td>
        <span className="tree-line" aria-hidden />
        <span>{t('tree.workOrder')}</span>{' '}
        {modules.includes('fallouts') ? (
          <Link className="number" to={`/work-orders?order=${workOrder.id}`}>
            {workOrder.id}
          </Link>
        ) : (
          <code className="muted">{workOrder.id}</code>
        )}
        {workOrder.feedback && <div className="tree-note">{said(workOrder.feedback)}</div>}
        <UnitOutlook outlook={workOrder.outlook} />
        {workOrder.openFallout && <OpenFallout id={workOrder.openFallout} />}
      </td>
      <td>
        <StateTag state={workOrder.stage} />
        {modules.includes('expedite') && URGEABLE.includes(workOrder.stage) && (
          <ExpediteButton workOrder={workOrder} />
        )}
      </td>
      <td>{bilingual(workOrder, 'unitName')}</td>
      <Dates row={workOrder} />
    </tr>
  );
}

/** What the unit says of the work besides its state. */
function UnitOutlook({ outlook }: { outlook: WorkOrder['outlook'] }) {
  const { t } = useTranslation('ordering');
  return (
    <>
      {outlook?.alert && (
        <div className="tree-note tree-bad">{t('tree.alert', { words: outlook.alert })}</div>
      )}
      {outlook?.expected && (
        <div className="tree-note">{t('tree.expects', { at: minute(outlook.expected) })}</div>
      )}
      {outlook?.milestone && (
        <div className="tree-note">{t('tree.reached', { words: outlook.milestone })}</div>
      )}
    </>
  );
}

function OpenFallout({ id }: { id: string }) {
  return (
    <div className="tree-note">
      <FalloutLink id={id} />
    </div>
  );
}

function Dates({ row }: { row: ServiceOrder | WorkOrder }) {
  return (
    <>
      <td className="number nowrap">
        <span className={isLate(row) ? 'tree-bad' : undefined}>{minute(row.due)}</span>
        {'risk' in row && row.risk && (
          <div>
            <AtRisk due={row.due} {...row.risk} />
          </div>
        )}
      </td>
      <td className="number nowrap">{minute(row.completed)}</td>
    </>
  );
}
