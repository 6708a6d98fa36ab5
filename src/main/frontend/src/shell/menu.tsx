import {
  AimOutlined,
  ApiOutlined,
  AuditOutlined,
  CarryOutOutlined,
  ClockCircleOutlined,
  CompassOutlined,
  DashboardOutlined,
  FileDoneOutlined,
  InboxOutlined,
  PhoneOutlined,
  ShopOutlined,
  StopOutlined,
  TableOutlined,
  ToolOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';

export interface MenuEntry {
  /** As the texts name it. */
  name:
    | 'overview'
    | 'inbox'
    | 'start'
    | 'intakes'
    | 'opportunities'
    | 'orders'
    | 'cancellations'
    | 'workOrders'
    | 'partner'
    | 'partners'
    | 'fallouts'
    | 'audits'
    | 'calls'
    | 'rules'
    | 'catalogue'
    | 'calendars';
  /** What one needs to see it. */
  module: string;
  path: string;
  icon: ReactNode;
}

/** Every page a menu can offer; which of them a person sees is the server's to say (/api/me, modules). */
export const menu: MenuEntry[] = [
  { name: 'overview', module: 'overview', path: '/overview', icon: <DashboardOutlined /> },
  { name: 'inbox', module: 'inbox', path: '/inbox', icon: <InboxOutlined /> },
  { name: 'start', module: 'inbox', path: '/start', icon: <CompassOutlined /> },
  { name: 'intakes', module: 'intakes', path: '/intakes', icon: <PhoneOutlined /> },
  { name: 'opportunities', module: 'opportunities', path: '/opportunities', icon: <AimOutlined /> },
  { name: 'orders', module: 'orders', path: '/orders', icon: <FileDoneOutlined /> },
  { name: 'cancellations', module: 'cancellations', path: '/cancellations', icon: <StopOutlined /> },
  { name: 'workOrders', module: 'fallouts', path: '/work-orders', icon: <CarryOutOutlined /> },
  { name: 'partner', module: 'partner', path: '/partner', icon: <ToolOutlined /> },
  { name: 'fallouts', module: 'fallouts', path: '/fallouts', icon: <WarningOutlined /> },
  { name: 'partners', module: 'partners', path: '/partners', icon: <ToolOutlined /> },
  { name: 'audits', module: 'audits', path: '/audits', icon: <AuditOutlined /> },
  { name: 'calls', module: 'calls', path: '/calls', icon: <ApiOutlined /> },
  { name: 'rules', module: 'rules', path: '/rules', icon: <TableOutlined /> },
  { name: 'catalogue', module: 'catalogue', path: '/products', icon: <ShopOutlined /> },
  { name: 'calendars', module: 'calendars', path: '/calendars', icon: <ClockCircleOutlined /> },
];
