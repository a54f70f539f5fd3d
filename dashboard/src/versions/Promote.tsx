import { Answer } from '../parts/Answer';
import { ConfirmDialog } from '../parts/ConfirmDialog';
import { Gates } from '../parts/Gates';
import { useAction } from '../wire/actions';
import { usePreview } from '../wire/queries';
import { part, request } from '../wire/request';
import type { PromoteResponse, VersionResponse } from '../wire/types';
import { Shock } from './Shock';

interface Props {
  model: string;
  version: VersionResponse;
  champion: string | null;
  onClose: () => void;
}

/** Makes a version the champion, after what that does has been shown. Past gates it needs a reason, and perhaps a second person. */
export function Promote({ model, version, champion, onClose }: Props) {
  const preview = usePreview(model, version.version);
  const blocked = version.verdicts.filter((verdict) => verdict.outcome === 'failed' || verdict.outcome === 'not_enough_data');
  const isPast = version.decision !== 'promoted';
  const promote = useAction(({ person, reason }: { person: string; reason: string }) =>
    request<PromoteResponse>(`/v1/models/${part(model)}/promote`, { method: 'POST', json: { version: version.version, by: person || null, reason: reason || null } }));
  return (
    <ConfirmDialog opened onClose={onClose} title={`Promote ${model} ${version.version}`} act={`Promote ${version.version}`} size="xl" reason={isPast ? 'required' : 'optional'} onConfirm={(given) => promote.mutateAsync(given)}>
      <p>{champion === null ? `${version.version} begins to answer.` : `${version.version} answers in place of ${champion} from the next request on. To undo: roll back, one click, no retraining.`}</p>
      {isPast && (
        <>
          <p><strong>This overrides the gates.</strong> {version.decision === null ? 'It was never judged.' : `It was ${version.decision}.`} Your name and reason stand beside that decision for good; where two must agree, it waits for a second person.</p>
          {blocked.length > 0 && <Gates verdicts={blocked} />}
        </>
      )}
      <Answer query={preview} shape="table" height={160}>
        {(data) => (data.shock ? <Shock shock={data.shock} model={model} /> : <p className="quiet">Nobody can be scored by both, so who would move is not known.</p>)}
      </Answer>
    </ConfirmDialog>
  );
}
