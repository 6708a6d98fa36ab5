import { useTranslation } from 'react-i18next';
import type { OpportunityDetail } from '../api/types';
import { Blank } from '../ui/Blank';
import { Tag } from '../ui/Tag';
import { minute } from '../ui/time';
import { useBilingual, useWord } from '../ui/words';

/** Who raised it, who works on it, who helped, and what they did. */
export function PeoplePart({ opportunity }: { opportunity: OpportunityDetail }) {
  const { t } = useTranslation('opportunity');
  const word = useWord();
  const bilingual = useBilingual();
  const facts: [string, React.ReactNode][] = [
    [
      t('channels.contact'),
      `${word('opportunity:sources', opportunity.source)} · ${opportunity.createdByName}`,
    ],
    [
      t('channels.executing'),
      opportunity.executing &&
        `${word('opportunity:sources', opportunity.executing)} · ${opportunity.ownerName ?? t('group')}`,
    ],
    [
      t('channels.collaborating'),
      opportunity.collaborating && word('opportunity:sources', opportunity.collaborating.replace(/@.*$/, '')),
    ],
    [t('rule'), bilingual(opportunity, 'rule') || null],
  ];
  return (
    <div className="part">
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value || '–'}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('collaborations')}</h3>
      {opportunity.collaborations.length === 0 ? (
        <Blank title={t('noCollaborations')} />
      ) : (
        <ol className="helps">
          {opportunity.collaborations.map((help) => (
            <li key={help.asked}>
              <header>
                <b>{help.channelName}</b>
                <Tag>{t(`stage.${help.stage as 'discovery'}`)}</Tag>
                {!help.ended && <Tag tone="info">{t('helping')}</Tag>}
                <span className="muted">
                  {help.askedByName} · {minute(help.asked)}
                </span>
              </header>
              <p>{help.ask}</p>
              {help.ended && (
                <p className={help.done ? 'help-done' : 'help-done tree-bad'}>
                  {help.done ?? t('notHelped')}{' '}
                  <span className="muted">
                    {help.endedByName && `${help.endedByName} · `}
                    {minute(help.ended)}
                  </span>
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
