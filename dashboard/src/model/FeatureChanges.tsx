import type { VersionResponse } from '../wire/types';
import classes from './FeatureChanges.module.css';

/** Inputs that came and went, version by version; those that changed nothing are left out. */
export function FeatureChanges({ versions }: { versions: readonly VersionResponse[] }) {
  const changed = versions.filter((version) => version.added_features.length + version.removed_features.length > 0 && version.parent === null).slice(0, 6);
  if (changed.length === 0) return <p className="note">Inputs have stayed the same over all versions.</p>;
  return (
    <details>
      <summary className={classes.summary}>Inputs changed in {changed.length} {changed.length === 1 ? 'version' : 'versions'}</summary>
      <ul className={classes.list}>
        {changed.map((version) => (
          <li key={version.version}>
            <strong>{version.version}</strong>
            {version.added_features.length > 0 && <> added {listed(version.added_features)}</>}
            {version.removed_features.length > 0 && <> let go of {listed(version.removed_features)}</>}
          </li>
        ))}
      </ul>
    </details>
  );
}

const most = 8;

const listed = (names: readonly string[]) => names.slice(0, most).join(', ') + (names.length > most ? ` and ${names.length - most} more` : '');
