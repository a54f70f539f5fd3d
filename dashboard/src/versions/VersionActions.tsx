import { Menu, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useAction } from '../wire/actions';
import { part, request } from '../wire/request';
import { reportPath } from '../wire/report';
import type { VersionResponse } from '../wire/types';
import { Promote } from './Promote';
import { RollBack } from './RollBack';
import classes from './VersionActions.module.css';

interface Props {
  model: string;
  version: VersionResponse;
  champion: string | null;
  /** The champion before, while the newest change can still be undone. */
  undoTo: string | null;
}

/** What can be done with a version: what is done most first, the rest behind it. */
export function VersionActions({ model, version, champion, undoTo }: Props) {
  const [promoting, setPromoting] = useState(false);
  const path = `/v1/models/${part(model)}/versions/${part(version.version)}`;
  const pin = useAction(() => request(`${path}/${version.pinned ? 'unpin' : 'pin'}`, { method: 'POST', json: {} }));
  const canAnswer = version.role !== 'champion' && version.role !== 'pruned';
  return (
    <span className={classes.actions}>
      {version.role === 'champion' && undoTo && <RollBack model={model} from={version.version} to={undoTo} word="Undo" />}
      {canAnswer && <UnstyledButton className={classes.promote} onClick={() => setPromoting(true)}>Promote {version.version}</UnstyledButton>}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <UnstyledButton className={classes.more} aria-label={`More about ${version.version}`}>⋯</UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component="a" href={reportPath(model, version.version)} target="_blank" rel="noreferrer">Report of {version.version}</Menu.Item>
          {version.role !== 'pruned' && (
            <>
              <Menu.Item component="a" href={`${path}/file?format=xgboost`} download>Download for XGBoost</Menu.Item>
              <Menu.Item component="a" href={`${path}/file?format=onnx`} download>Download as ONNX</Menu.Item>
              <Menu.Item onClick={() => pin.mutate(undefined)}>{version.pinned ? 'Unpin: may be pruned again' : 'Pin: keep it from being pruned'}</Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {promoting && <Promote model={model} version={version} champion={champion} onClose={() => setPromoting(false)} />}
    </span>
  );
}
