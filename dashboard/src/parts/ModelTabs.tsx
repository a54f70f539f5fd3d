import { Link, useRoute } from 'wouter';
import classes from './ModelTabs.module.css';

/** The pages of one model. */
export function ModelTabs({ model }: { model: string }) {
  const path = `/models/${encodeURIComponent(model)}`;
  return (
    <nav aria-label={`Pages of ${model}`}>
      <ul className={classes.tabs}>
        <Tab to={path}>Quality</Tab>
        <Tab to={`${path}/versions`}>Versions</Tab>
        <Tab to={`${path}/drift`}>Drift</Tab>
        <Tab to={`${path}/answers`}>Answers</Tab>
      </ul>
    </nav>
  );
}

function Tab({ to, children }: { to: string; children: React.ReactNode }) {
  const [isHere] = useRoute(to);
  return <li><Link href={to} className={classes.tab} aria-current={isHere ? 'page' : undefined}>{children}</Link></li>;
}
