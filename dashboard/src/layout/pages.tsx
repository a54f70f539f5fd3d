import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

export interface PageRoute {
  path: string;
  page: LazyExoticComponent<ComponentType>;
}

const page = (load: () => Promise<{ default: ComponentType }>) => lazy(load);

/** Every page is a file of its own, fetched when it is opened. More exact paths come first. */
export const pages: readonly PageRoute[] = [
  { path: '/', page: page(() => import('../overview/OverviewPage')) },
  { path: '/models/:model/versions', page: page(() => import('../versions/VersionsPage')) },
  { path: '/models/:model/drift', page: page(() => import('../drift/DriftPage')) },
  { path: '/models/:model/answers', page: page(() => import('../model/AnswersPage')) },
  { path: '/models/:model', page: page(() => import('../model/ModelPage')) },
  { path: '/runs', page: page(() => import('../runs/RunsPage')) },
  { path: '/runs/:id', page: page(() => import('../runs/RunPage')) },
  { path: '/upload', page: page(() => import('../upload/UploadPage')) },
  { path: '/drift', page: page(() => import('../drift/DriftOverviewPage')) },
  { path: '/data', page: page(() => import('../data/DataPage')) },
  { path: '/customers', page: page(() => import('../customers/CustomersPage')) },
  { path: '/customers/:key', page: page(() => import('../customers/CustomerPage')) },
  { path: '/alerts', page: page(() => import('../alerts/AlertsPage')) },
  { path: '/audit', page: page(() => import('../audit/AuditPage')) },
  { path: '/settings', page: page(() => import('../settings/SettingsPage')) },
];
