import type { ReactNode } from 'react';
import { Link, useRoute } from 'wouter';
import { StatusWord } from '../parts/StatusWord';
import { useStatus } from '../wire/queries';
import * as icons from './icons';
import classes from './Navigation.module.css';

/** Overview, then each model with its verdict, then the rest in the order of the loop. */
export function Navigation() {
  const { data } = useStatus();
  const alerts = data?.alerts.length ?? 0;
  return (
    <ul className={classes.list}>
      <Entry to="/" icon={<icons.Overview />}>Overview</Entry>
      {data?.models.map((model) => (
        <Entry key={model.model} to={`/models/${encodeURIComponent(model.model)}`} deep
          icon={<span className={classes.state}><StatusWord state={model.verdict?.state ?? 'unknown'} word="" /></span>}
          note={model.verdict?.state}>
          {model.model}
        </Entry>
      ))}
      <Entry to="/runs" deep begins icon={<icons.Runs />}>Runs</Entry>
      <Entry to="/upload" icon={<icons.Upload />}>Upload</Entry>
      <Entry to="/drift" icon={<icons.Drift />}>Drift</Entry>
      <Entry to="/data" icon={<icons.Data />}>Data</Entry>
      <Entry to="/customers" deep icon={<icons.Customers />}>Customers</Entry>
      <Entry to="/alerts" begins icon={<icons.Alerts />} count={alerts}>Alerts</Entry>
      <Entry to="/audit" icon={<icons.Audit />}>Audit</Entry>
      <Entry to="/settings" icon={<icons.Settings />}>Settings</Entry>
    </ul>
  );
}

interface EntryProps {
  to: string;
  icon: ReactNode;
  children: ReactNode;
  /** Pages below it belong to it too. */
  deep?: boolean;
  /** The first of a group stands apart from what is above it. */
  begins?: boolean;
  count?: number;
  note?: string;
}

function Entry({ to, icon, children, deep = false, begins = false, count = 0, note }: EntryProps) {
  const [isHere] = useRoute(to);
  const [isBelow] = useRoute(`${to}/*`);
  return (
    <li className={begins ? classes.begins : undefined}>
      <Link href={to} className={classes.entry} aria-current={isHere || (deep && isBelow) ? 'page' : undefined}>
        {icon}
        <span className={classes.name}>{children}</span>
        {note && <span className="hidden-to-eyes">: {note}</span>}
        {count > 0 && <span className={classes.count}>{count}<span className="hidden-to-eyes"> open</span></span>}
      </Link>
    </li>
  );
}
