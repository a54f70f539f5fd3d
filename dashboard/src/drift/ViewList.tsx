import { CodeLink } from '../parts/CodeLink';
import { labelOf } from '../parts/metrics';
import { count, figures } from '../parts/numbers';
import { RelativeTime } from '../parts/RelativeTime';
import type { DriftView } from '../wire/types';
import { views, viewsByHarm } from './harm';
import classes from './ViewList.module.css';
import { ViewVerdict } from './ViewVerdict';

/** The five ways of looking, worst first: verdict, finding, since when; what was measured in the details. */
export function ViewList({ all }: { all: readonly DriftView[] }) {
  return (
    <ul className={classes.list}>
      {viewsByHarm(all).map((view) => (
        <li key={view.view} className={classes.view}>
          <ViewVerdict verdict={view.verdict} />
          <div className={classes.what}>
            <p><strong>{views[view.view]?.label ?? labelOf(view.view)}</strong> <span className="quiet">{views[view.view]?.question}</span></p>
            <p>{view.sentence}{view.since && <span className="quiet"> · since <RelativeTime at={view.since} /></span>}</p>
            <details>
              <summary className="note">How it was measured</summary>
              <p className="note">
                {view.measure ? `${labelOf(view.measure)} ${figures(view.measured)}; may reach ${figures(view.bound)}` : 'Nothing could be measured yet'}
                {view.p_value !== null && `; p ${view.p_value < 0.0001 ? '< 0.0001' : figures(view.p_value, 2)} where nothing has changed`}
                {' '}· {count(view.rows)} rows{view.from && view.until && <> from <RelativeTime at={view.from} /> to <RelativeTime at={view.until} /></>}
                {view.reference && ` · held against ${view.reference}`} · <CodeLink code={view.code} />
              </p>
            </details>
          </div>
        </li>
      ))}
    </ul>
  );
}
