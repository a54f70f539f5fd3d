using Coppice.Client;
using Coppice.Server.Evaluation;

namespace Coppice.Server.Gates;

/// <summary>An era in the words of the wire.</summary>
internal static class EraWords
{
    public static EraResponse Describe(EraComparison era) =>
        new(era.Era.Name, era.Compared.Rows, era.Positives, VersionComparison.Describe(era.Compared), era.Era.Counts, era.Harm)
        {
            Segments = [.. era.Segments.Select(segment => new EraSegmentResponse(segment.Name, segment.Compared.Rows, VersionComparison.Describe(segment.Compared), segment.Harm))],
        };
}
