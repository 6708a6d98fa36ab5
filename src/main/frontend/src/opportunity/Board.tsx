import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { lazy, Suspense, useState, type DragEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OpportunityRow } from '../api/types';
import { useCityName, useMe } from '../shell/session';
import { Tag } from '../ui/Tag';
import { useToasts } from '../ui/toasts';
import { useBilingual } from '../ui/words';
import { AgeChip } from './AgeChip';
import { mayMove, moveTo, STAGES, yuan, type StageName } from './stages';
import { useActs } from './useActs';

const ActDialog = lazy(() => import('./ActDialog'));

/** Opportunities by stage. A card moves by dragging, by its buttons, or with Alt and the arrows; the gate decides. */
export function Board({ rows }: { rows: OpportunityRow[] }) {
  const { t } = useTranslation('opportunity');
  const { message } = useToasts();
  const { busy, send, show } = useActs();
  const [dragged, setDragged] = useState<OpportunityRow>();
  const [over, setOver] = useState<StageName>();
  const [returning, setReturning] = useState<OpportunityRow>();

  const advance = async (row: OpportunityRow) => {
    const refusal = await send(row, 'advance');
    if (refusal) show(row, refusal);
  };
  const drop = (stage: StageName) => {
    setOver(undefined);
    setDragged(undefined);
    if (!dragged || dragged.stage === stage) return;
    const move = moveTo(dragged, stage);
    if (!move) return void message.info(t('oneStage'));
    if (move === 'return') setReturning(dragged);
    else void advance(dragged);
  };

  return (
    <div className="board" role="list" aria-label={t('board')}>
      {column(
        'new',
        rows.filter(({ state }) => state === 'new'),
      )}
      {STAGES.map((stage) =>
        column(
          stage,
          rows.filter((row) => row.stage === stage),
        ),
      )}
      <Suspense>
        {returning && (
          <ActDialog act="return" opportunity={returning} onClose={() => setReturning(undefined)} />
        )}
      </Suspense>
    </div>
  );

  function column(name: 'new' | StageName, cards: OpportunityRow[]) {
    const target = name !== 'new' && dragged ? moveTo(dragged, name) : undefined;
    const allow = (event: DragEvent) => {
      if (name === 'new' || !dragged) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      if (over !== name) setOver(name);
    };
    return (
      <section
        key={name}
        role="listitem"
        className="board-column"
        data-stage={name}
        data-target={target}
        data-over={over === name && !!target}
        onDragOver={allow}
        onDrop={(event) => {
          event.preventDefault();
          if (name !== 'new') drop(name);
        }}
      >
        <header>
          <h2>{t(`stage.${name}`)}</h2>
          <span className="muted number">{cards.length}</span>
          <span className="muted number board-sum">
            {yuan(cards.reduce((sum, row) => sum + Number(row.expectedRevenue), 0))}
          </span>
        </header>
        <ul>
          {cards.map((row) => (
            <Card
              key={row.id}
              row={row}
              busy={busy === row.id}
              onAdvance={() => void advance(row)}
              onReturn={() => setReturning(row)}
              onDrag={setDragged}
              onDrop={() => setOver(undefined)}
            />
          ))}
          {cards.length === 0 && <li className="board-empty muted">{t('emptyStage')}</li>}
        </ul>
      </section>
    );
  }
}

/** A component of its own: a card that were made anew while it is dragged would fall. */
function Card({
  row,
  busy,
  onAdvance,
  onReturn,
  onDrag,
  onDrop,
}: {
  row: OpportunityRow;
  busy: boolean;
  onAdvance: () => void;
  onReturn: () => void;
  onDrag: (row: OpportunityRow | undefined) => void;
  onDrop: () => void;
}) {
  const { t } = useTranslation('opportunity');
  const bilingual = useBilingual();
  const cityName = useCityName();
  const me = useMe();
  const movable = mayMove(row);
  const foot = [
    row.ownerName ?? (row.ownerGroup ? t('group') : t('nobody')),
    me.cities.length > 1 && cityName(row.city),
    ...row.products.map((one) => bilingual(one, 'name')),
  ]
    .filter(Boolean)
    .join(' · ');
  const keys = (event: KeyboardEvent) => {
    if (!event.altKey || !movable) return;
    if (event.key === 'ArrowRight') onAdvance();
    else if (event.key === 'ArrowLeft') onReturn();
    else return;
    event.preventDefault();
  };
  return (
    <li
      className="board-card"
      data-id={row.id}
      data-age={row.age}
      data-busy={busy}
      draggable={movable}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', row.id);
        onDrag(row);
      }}
      onDragEnd={() => {
        onDrag(undefined);
        onDrop();
      }}
      onKeyDown={keys}
    >
      <Link to={`/opportunities/${row.id}`} className="board-name" draggable={false}>
        {row.name}
      </Link>
      <div className="board-customer" title={row.customerName}>
        {row.customerName}
      </div>
      <div className="board-facts">
        <b className="number">{t('yuan', { amount: yuan(row.expectedRevenue) })}</b>
        <AgeChip row={row} />
        {row.quick && row.stage === 'discovery' && <Tag>{t('stage.quick')}</Tag>}
        {row.waitsAt !== 'stage' && row.state !== 'new' && (
          <Tag tone="warn">{t(`waitsAt.${row.waitsAt as 'approval'}`)}</Tag>
        )}
      </div>
      <div className="board-foot">
        <span className="muted" title={foot}>
          {foot}
        </span>
        {movable && (
          <span className="board-moves">
            <Tooltip title={t('action.return')}>
              <Button
                size="small"
                type="text"
                icon={<LeftOutlined />}
                aria-label={t('returnOf', { name: row.name })}
                onClick={onReturn}
              />
            </Tooltip>
            <Tooltip title={t('action.advance')}>
              <Button
                size="small"
                type="text"
                icon={<RightOutlined />}
                loading={busy}
                aria-label={t('advanceOf', { name: row.name })}
                onClick={onAdvance}
              />
            </Tooltip>
          </span>
        )}
      </div>
    </li>
  );
}
