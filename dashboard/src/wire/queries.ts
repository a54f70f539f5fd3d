import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { keys } from './keys';
import { part, request, withQuery } from './request';
import type {
  CompareResponse, DeploymentResponse, HistoryResponse, Leaderboard, PerformanceResponse, PreviewResponse, RunList, RunLogLine, RunResponse,
  ScorecardResponse, StatsResponse, StatusResponse, VersionResponse,
} from './types';

const often = 10_000;

function useAnswer<T>(key: readonly unknown[], path: string, options: { enabled?: boolean; every?: number } = {}): UseQueryResult<T> {
  return useQuery<T>({
    queryKey: key,
    queryFn: ({ signal }) => request<T>(path, { signal }),
    enabled: options.enabled,
    refetchInterval: options.every,
  });
}

const ofModel = (model: string) => `/v1/models/${part(model)}`;

export const useStatus = () => useAnswer<StatusResponse>(keys.status, '/v1/status', { every: often });
export const useStats = () => useAnswer<StatsResponse>(keys.stats, '/v1/stats');
export const useVersions = (model: string) => useAnswer<VersionResponse[]>(keys.versions(model), `${ofModel(model)}/versions`);
export const useDeployments = (model: string) => useAnswer<DeploymentResponse[]>(keys.deployments(model), `${ofModel(model)}/deployments`);
export const useScorecard = (model: string) => useAnswer<ScorecardResponse>(keys.scorecard(model), `${ofModel(model)}/scorecard`);

export const useHistory = (model: string, metric: string | null) =>
  useAnswer<HistoryResponse>(keys.history(model, metric), withQuery(`${ofModel(model)}/history`, { metric }));

export const usePerformance = (model: string, metric: string | null, by: string | null = null) =>
  useAnswer<PerformanceResponse>(keys.performance(model, metric, by), withQuery(`${ofModel(model)}/performance`, { metric, by }));

export const useCompare = (model: string, first: string | null, second: string | null) =>
  useAnswer<CompareResponse>(keys.compare(model, first ?? '', second ?? ''), withQuery(`${ofModel(model)}/compare`, { first, second }), {
    enabled: first !== null && second !== null && first !== second,
  });

export const usePreview = (model: string, version: string | null) =>
  useAnswer<PreviewResponse>(keys.preview(model, version ?? ''), `${ofModel(model)}/versions/${part(version ?? '')}/preview`, { enabled: version !== null });

export const useRuns = (model: string | null, limit = 100) =>
  useAnswer<RunList>([...keys.runs(model), limit], withQuery('/v1/runs', { model, limit }), { every: often });

export const useRun = (id: number) => useAnswer<RunResponse>(keys.run(id), `/v1/runs/${id}`);
export const useRunLog = (id: number, every?: number) => useAnswer<RunLogLine[]>(keys.runLog(id), `/v1/runs/${id}/log`, { every });
export const useLeaderboard = (id: number, enabled: boolean) => useAnswer<Leaderboard>(keys.leaderboard(id), `/v1/runs/${id}/leaderboard`, { enabled });

export { useAnswer };
