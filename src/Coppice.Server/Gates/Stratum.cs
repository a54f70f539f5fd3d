using System.Globalization;
using Coppice.Server.Evaluation;

namespace Coppice.Server.Gates;

/// <summary>An era, or a segment of one: what a version may forget.</summary>
/// <param name="Name">Such as <c>2025 Q3</c>, or <c>2025 Q3, profile country = FR</c>.</param>
/// <param name="Compared">By the primary metric.</param>
/// <param name="Harm">How surprising the fall would be if it were no larger than allowed; null where the era no longer counts.</param>
/// <param name="Bound">How far it may fall.</param>
internal sealed record Stratum(string Name, PairedComparison Compared, double? Harm, double Bound)
{
    /// <summary>Eras, oldest first, each before its segments.</summary>
    public static IReadOnlyList<Stratum> Of(IReadOnlyList<EraComparison> eras, GateOptions options) =>
    [
        .. eras.SelectMany(era => (IEnumerable<Stratum>)
        [
            new Stratum(era.Era.Name, era.Compared, era.Harm, options.MaxForgotten),
            .. era.Segments.Select(segment => new Stratum($"{era.Era.Name}, {segment.Name}", segment.Compared, segment.Harm, options.MaxForgottenOfSegment)),
        ]),
    ];

    public override string ToString()
    {
        double drop = Compared.RelativeDrop;
        string reach = VersionComparison.Describe(Compared).HalfWidth is { } half && Compared.Champion != 0 ? $" ±{half / Math.Abs(Compared.Champion):P1}" : "";
        return $"{Name}, {Compared.Rows:N0} rows, {(drop > 0 ? $"worse by {drop:P1}" : $"better by {-drop:P1}")}{reach}";
    }

    /// <summary>With how sure that is.</summary>
    public string Surely() => Harm is { } harm ? $"{this} (p {(harm < 0.0001 ? "below 0.0001" : harm.ToString("0.####", CultureInfo.InvariantCulture))})" : ToString();
}
