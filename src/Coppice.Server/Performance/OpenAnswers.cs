namespace Coppice.Server.Performance;

/// <summary>Where the answers of a model begin whose labels are still to come.</summary>
/// <param name="ModelId">The model.</param>
/// <param name="Closed">The windows of predictions up to this number have closed.</param>
/// <param name="IsReported">Whether truth comes whenever somebody reports it, for any of them.</param>
/// <param name="Now">The workspace's time.</param>
public sealed record OpenAnswers(long ModelId, long Closed, bool IsReported, long Now);
