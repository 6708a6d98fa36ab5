import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Popconfirm } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/client';
import type { PartnerDetail } from '../api/types';
import { useCityName, useMe } from '../shell/session';
import { Failure, useErrorText } from '../ui/Blank';
import { Tag } from '../ui/Tag';
import { useToasts } from '../ui/toasts';
import { Waiting } from '../ui/Waiting';
import { useBilingual } from '../ui/words';
import { PartnerAccounts } from './PartnerAccounts';
import { PartnerDialog } from './PartnerDialog';
import { PartnerHistory } from './PartnerHistory';
import { partnerQuery, PARTNERS } from './queries';
import { usePartnerWords } from './usePartnerWords';

/** One partner: what it is, for what it is chosen, who works for it, and what was changed. */
export function PartnerDrawer({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const { t } = useTranslation('partners');
  const { modules } = useMe();
  const bilingual = useBilingual();
  const words = usePartnerWords();
  const found = useQuery({ ...partnerQuery(id ?? ''), enabled: !!id });
  const [editing, setEditing] = useState(false);
  const detail = found.data;
  const partner = detail?.partner;
  const facts: [string, ReactNode][] = partner
    ? [
        [t('id'), partner.id],
        [
          t('organization'),
          partner.organizationName ? bilingual(partner, 'organizationName') : partner.organization,
        ],
        [t('way'), words.way(partner.system)],
        [t('cities'), words.cities(partner.cities)],
        [t('installs'), words.qualifications(partner.qualifications)],
        [t('open'), <span className="number">{partner.open}</span>],
      ]
    : [];
  return (
    <Drawer
      open={!!id}
      onClose={onClose}
      size={720}
      title={partner ? bilingual(partner, 'name') : t('title')}
      extra={
        partner && (
          <Tag tone={partner.active ? 'good' : 'plain'}>{t(partner.active ? 'active' : 'inactive')}</Tag>
        )
      }
    >
      {found.error && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.isLoading && <Waiting rows={6} />}
      {detail && partner && (
        <>
          {detail.mayChange && (
            <div className="partners-actions">
              <Button onClick={() => setEditing(true)}>{t('edit')}</Button>
              <ActiveButton detail={detail} />
            </div>
          )}
          <dl className="facts partners-facts">
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <Preferences detail={detail} />
          {modules.includes('people') ? (
            <PartnerAccounts partner={partner} />
          ) : (
            <section className="partners-part" aria-label={t('people')}>
              <h3>{t('people')}</h3>
              <p>{detail.people.map(({ name }) => name).join(t('comma')) || t('nobody')}</p>
            </section>
          )}
          {modules.includes('audit') && <PartnerHistory id={partner.id} />}
          {editing && <PartnerDialog partner={partner} onClose={() => setEditing(false)} />}
        </>
      )}
    </Drawer>
  );
}

/** What the decision says it is chosen for; of several partners the lowest number comes first. */
function Preferences({ detail }: { detail: PartnerDetail }) {
  const { t } = useTranslation('partners');
  const { modules } = useMe();
  const bilingual = useBilingual();
  const cityName = useCityName();
  const { preferences } = detail;
  const keys = [...new Set(preferences.map(({ product, rank }) => `${product} ${rank}`))];
  const groups = keys.map((key) => preferences.filter(({ product, rank }) => `${product} ${rank}` === key));
  return (
    <section className="partners-part" aria-label={t('chosenFor')}>
      <h3>{t('chosenFor')}</h3>
      {groups.length === 0 && <p className="muted">{t('chosenForNothing')}</p>}
      <ul>
        {groups.map((group) => (
          <li key={`${group[0]!.product} ${group[0]!.rank}`}>
            <b>{bilingual(group[0]!, 'productName')}</b>{' '}
            <Tag tone={group[0]!.rank === 1 ? 'good' : 'plain'}>{t('rank', { rank: group[0]!.rank })}</Tag>{' '}
            <span className="muted">
              {group.map(({ city }) => cityName(city)).join(t('comma'))} · {group[0]!.reason}
            </span>
          </li>
        ))}
      </ul>
      {modules.includes('decisions') && <Link to="/rules/tables/si-partner">{t('changeOrder')}</Link>}
    </section>
  );
}

/** 停用: it gets no more work, and does what it has. */
function ActiveButton({ detail: { partner } }: { detail: PartnerDetail }) {
  const { t } = useTranslation('partners');
  const { t: tu } = useTranslation('ui');
  const errorText = useErrorText();
  const { message } = useToasts();
  const queries = useQueryClient();
  const change = async () => {
    try {
      await api.put(`${PARTNERS}/${encodeURIComponent(partner.id)}`, { ...partner, active: !partner.active });
      message.success(t(partner.active ? 'deactivated' : 'activated'));
    } catch (failure) {
      message.error(errorText(failure));
    }
    await queries.invalidateQueries({ queryKey: ['partners'] });
  };
  if (!partner.active) return <Button onClick={() => void change()}>{t('activate')}</Button>;
  return (
    <Popconfirm
      title={t('deactivateQuestion')}
      description={partner.open > 0 ? t('deactivateOpen', { count: partner.open }) : t('deactivateHint')}
      okText={t('deactivate')}
      cancelText={tu('cancel')}
      onConfirm={change}
    >
      <Button>{t('deactivate')}</Button>
    </Popconfirm>
  );
}
