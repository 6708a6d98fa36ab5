import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import { AimOutlined, FullscreenOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Diagram } from '../api/types';
import { useDark } from '../shell/preferences';
import { nameIn, withNames } from './bpmn-names';
import './diagram.css';

interface Canvas {
  zoom: (level: number | 'fit-viewport', centre?: 'auto') => number;
  addMarker: (id: string, marker: string) => void;
  resized: () => void;
}
interface Overlays {
  add: (id: string, overlay: { position: object; html: HTMLElement; scale: object }) => void;
}
interface Registry {
  get: (id: string) => { width: number; height: number; type: string } | undefined;
}

type Call = Diagram['calls'][number];

const colours = {
  light: { defaultFillColor: '#ffffff', defaultStrokeColor: '#3a4655', defaultLabelColor: '#1c2430' },
  dark: { defaultFillColor: '#1c2430', defaultStrokeColor: '#a9b4c2', defaultLabelColor: '#e6eaf0' },
};

/** The model with where it stands: done, running (with the number of tokens), failed; called processes can be opened. */
export function DiagramView({ diagram, onOpen }: { diagram: Diagram; onOpen: (call: Call) => void }) {
  const { t, i18n } = useTranslation('workflow');
  const dark = useDark();
  const english = i18n.language === 'en';
  const box = useRef<HTMLDivElement>(null);
  const container = useRef<HTMLDivElement>(null);
  const viewer = useRef<NavigatedViewer>(undefined);
  const open = useRef(onOpen);
  useEffect(() => {
    open.current = onOpen;
  });
  const label = bilingualLabel(diagram, english);
  // a refetch that says the same does not draw anew under the person's eyes
  const content = JSON.stringify(diagram);

  useEffect(() => {
    const shown = JSON.parse(content) as Diagram;
    const view = new NavigatedViewer({
      container: container.current!,
      bpmnRenderer: colours[dark ? 'dark' : 'light'],
    });
    viewer.current = view;
    let alive = true;
    let drawn = false;
    const xml = english ? withNames(shown.xml, shown.labelsEn) : shown.xml;
    void view.importXML(xml).then(
      () => {
        if (!alive) return;
        drawn = true;
        const canvas = view.get<Canvas>('canvas');
        fit(canvas);
        mark(view, shown, t, (call) => open.current(call));
      },
      (failure: unknown) => {
        // closed while it was being drawn: nobody is looking
        if (alive) throw failure;
      },
    );
    const resized = new ResizeObserver(() => {
      if (!drawn || !alive || !container.current?.clientWidth) return;
      const canvas = view.get<Canvas>('canvas');
      canvas.resized();
      fit(canvas);
    });
    resized.observe(container.current!);
    return () => {
      alive = false;
      resized.disconnect();
      view.destroy();
    };
  }, [content, english, dark, t]);

  const zoom = (factor: number) => {
    const canvas = viewer.current?.get<Canvas>('canvas');
    if (canvas) canvas.zoom((canvas.zoom as unknown as () => number)() * factor);
  };
  return (
    <div ref={box} className="diagram-box">
      <div ref={container} className="diagram-canvas" role="group" aria-label={label} />
      <div className="diagram-tools">
        <Tooltip title={t('diagram.in')} placement="right">
          <Button
            size="small"
            icon={<PlusOutlined />}
            aria-label={t('diagram.in')}
            onClick={() => zoom(1.25)}
          />
        </Tooltip>
        <Tooltip title={t('diagram.out')} placement="right">
          <Button
            size="small"
            icon={<MinusOutlined />}
            aria-label={t('diagram.out')}
            onClick={() => zoom(0.8)}
          />
        </Tooltip>
        <Tooltip title={t('diagram.fit')} placement="right">
          <Button
            size="small"
            icon={<AimOutlined />}
            aria-label={t('diagram.fit')}
            onClick={() => viewer.current && fit(viewer.current.get<Canvas>('canvas'))}
          />
        </Tooltip>
        <Tooltip title={t('diagram.full')} placement="right">
          <Button
            size="small"
            icon={<FullscreenOutlined />}
            aria-label={t('diagram.full')}
            onClick={() =>
              void (document.fullscreenElement ? document.exitFullscreen() : box.current?.requestFullscreen())
            }
          />
        </Tooltip>
      </div>
    </div>
  );

  function bilingualLabel(shown: Diagram, inEnglish: boolean) {
    const running = shown.active
      .map(
        ({ activityId }) =>
          (inEnglish ? shown.labelsEn[activityId] : nameIn(shown.xml, activityId)) ?? activityId,
      )
      .join(', ');
    const name = (inEnglish ? shown.nameEn : shown.name) ?? shown.process;
    return running ? t('diagram.label', { name, running }) : name;
  }
}

/** Whole, but never larger than life. */
function fit(canvas: Canvas) {
  if (canvas.zoom('fit-viewport', 'auto') > 1.1) canvas.zoom(1.1, 'auto');
}

function mark(
  view: NavigatedViewer,
  diagram: Diagram,
  t: ReturnType<typeof useTranslation<'workflow'>>['t'],
  onOpen: (call: Call) => void,
) {
  const canvas = view.get<Canvas>('canvas');
  const overlays = view.get<Overlays>('overlays');
  const registry = view.get<Registry>('elementRegistry');
  const known = (id: string) => registry.get(id) !== undefined;
  const active = new Set(diagram.active.map(({ activityId }) => activityId));

  diagram.completed
    .filter((id) => known(id) && !active.has(id))
    .forEach((id) => canvas.addMarker(id, 'step-completed'));
  diagram.failed.filter(known).forEach((id) => canvas.addMarker(id, 'step-failed'));
  for (const { activityId, count } of diagram.active) {
    if (!known(activityId)) continue;
    canvas.addMarker(activityId, 'step-active');
    const badge = document.createElement('span');
    badge.className = 'step-count';
    badge.textContent = String(count);
    badge.title = t('diagram.tokens', { count });
    overlays.add(activityId, {
      position: { top: -12, right: 14 },
      html: badge,
      scale: { min: 0.9, max: 1.2 },
    });
  }
  for (const activityId of new Set(diagram.calls.map((call) => call.activityId))) {
    if (!known(activityId)) continue;
    const instances = diagram.calls.filter((call) => call.activityId === activityId);
    const box = document.createElement('span');
    box.className = 'step-calls';
    for (const call of instances.slice(0, 4)) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = call.businessKey ?? t('diagram.open');
      button.title = t('diagram.openHint', { id: call.businessKey ?? '' });
      button.addEventListener('click', () => onOpen(call));
      box.append(button);
    }
    overlays.add(activityId, {
      position: { top: -14, left: -8 },
      html: box,
      scale: { min: 0.75, max: 1.2 },
    });
  }
}
