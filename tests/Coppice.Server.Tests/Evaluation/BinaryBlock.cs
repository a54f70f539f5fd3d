using System.Text.Json;
using Coppice.Server.Evaluation;
using Coppice.Server.Tests.Statistics;

namespace Coppice.Server.Tests.Evaluation;

/// <summary>The recorded binary block: twenty rows of ten customers, two versions.</summary>
internal static class BinaryBlock
{
    public static JsonElement Recorded => Vectors.Read("01_promotion.json", "binary");

    public static double[] Champion => Recorded.Numbers("champion");

    public static double[] Challenger => Recorded.Numbers("challenger");

    public static LabelledRows Rows => Apart(Recorded.Numbers("y"));

    public static LabelledRows ClusteredRows =>
        new(Recorded.Numbers("y"), [.. Recorded.Numbers("cluster").Select(key => (long)key)]);

    /// <summary>Rows of as many customers.</summary>
    public static LabelledRows Apart(double[] labels) => new(labels, [.. Enumerable.Range(0, labels.Length).Select(row => (long)row)]);
}
