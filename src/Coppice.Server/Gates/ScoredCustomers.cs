using Coppice.Client;
using Coppice.Server.Features;
using Coppice.Server.Models;

namespace Coppice.Server.Gates;

/// <summary>The same customers by one version.</summary>
/// <param name="Version">The version.</param>
/// <param name="Table">Their inputs as it sees them.</param>
/// <param name="AsOf">The time each is for.</param>
/// <param name="Known">Their scores, where they have been scored already.</param>
internal sealed record ScoredCustomers(LoadedVersion Version, InputTable Table, long[] AsOf, double[]? Known = null)
{
    public double[] Scores { get; } = Known ?? Version.Score(Table, AsOf);

    /// <summary>What each input adds to a customer's score; null where the version cannot be explained.</summary>
    public IReadOnlyDictionary<string, PredictionReason>? Reasons(int row)
    {
        float[] values = new float[Version.Pipeline.FeatureNames.Count];
        Version.Pipeline.Transform(Table, row, AsOf.AsSpan(row, 1), values);
        return Version.Explainer.Contributions(new FeatureMatrix(Version.Pipeline.FeatureNames, values, 1)) is [var contributions]
            ? Version.Explainer.Reasons(contributions, Table, row, int.MaxValue).ToDictionary(reason => reason.Input)
            : null;
    }
}
