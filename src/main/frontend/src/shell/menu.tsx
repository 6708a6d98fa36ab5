import {
  ApiOutlined,
  CarryOutOutlined,
  FileDoneOutlined,
  InboxOutlined,
  TableOutlined,
  ToolOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';

export interface MenuEntry {
  /** As the texts name it. */
  name: 'inbox' | 'orders' | 'workOrders' | 'partner' | 'fallouts' | 'calls' | 'rules';
  /** What one needs to see it. */
  module: string;
  path: string;
  icon: ReactNode;
}

/** Every page a menu can offer; which of them a person sees is the server's to say (/api/me, modules). */
export const menu: MenuEntry[] = [
  { name: 'inbox', module: 'inbox', path: '/inbox', icon: <InboxOutlined /> },
  { name: 'orders', module: 'orders', path: '/orders', icon: <FileDoneOutlined /> },
  { name: 'workOrders', module: 'fallouts', path: '/work-orders', icon: <CarryOutOutlined /> },
  { name: 'partner', module: 'partner', path: '/partner', icon: <ToolOutlined /> },
  { name: 'fallouts', module: 'fallouts', path: '/fallouts', icon: <WarningOutlined /> },
  { name: 'calls', module: 'calls', path: '/calls', icon: <ApiOutlined /> },
  { name: 'rules', module: 'rules', path: '/rules', icon: <TableOutlined /> },
];
