using Coppice.Server.Evaluation;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Performance;

/// <summary>How far the answers of a model have been held against what came true.</summary>
/// <param name="Policy">The label policy it is about; another one begins anew.</param>
/// <param name="FirstLabel">Labels up to this number belong to another policy.</param>
/// <param name="LastLabel">Labels up to this number have been seen.</param>
/// <param name="Fading">The running means that forget, by metric.</param>
public sealed record PerformanceState(string Policy, long FirstLabel, long LastLabel, IReadOnlyDictionary<string, FadingSum> Fading)
{
    /// <summary>After answers whose labels came in this order. An answer is scored once, so a corrected label does not count again.</summary>
    public PerformanceState After(PredictionKind kind, IReadOnlyList<RealisedAnswer> answers, long lastLabel)
    {
        var means = RowErrors.Of(kind).ToDictionary(
            error => error.Metric,
            error => Fading.TryGetValue(error.Metric, out var sum) ? FadingMean.Restore(sum.Sum, sum.Weight) : new FadingMean());
        foreach (var answer in answers.Where(answer => !answer.IsCorrection))
        {
            foreach (var (metric, size) in RowErrors.Of(kind))
            {
                if (size(answer.Value, answer.Score) is { } error)
                    means[metric].Add(error);
            }
        }

        return this with { LastLabel = lastLabel, Fading = means.ToDictionary(m => m.Key, m => new FadingSum(m.Value.Sum, m.Value.Weight)) };
    }
}

/// <summary>What a <see cref="FadingMean"/> holds.</summary>
public readonly record struct FadingSum(double Sum, double Weight);
