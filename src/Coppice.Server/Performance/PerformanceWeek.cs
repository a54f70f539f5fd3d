namespace Coppice.Server.Performance;

/// <summary>What came of the answers of one week, as far as their labels have matured. Stored as JSON.</summary>
/// <param name="Rows">Answers with a label.</param>
/// <param name="Positives">Those with a label above zero.</param>
/// <param name="Metrics">What was achieved, by stable name.</param>
/// <param name="Prior">What the constant that the week's main version learnt from would have achieved.</param>
/// <param name="NoChange">What repeating the label before would have achieved, in order of maturity.</param>
/// <param name="KappaOverChance">Of probabilities: accuracy beyond guessing with the same frequencies.</param>
/// <param name="KappaOverPersistence">Of probabilities: accuracy beyond repeating the label before.</param>
/// <param name="Versions">Who answered, most rows first.</param>
public sealed record PerformanceWeek(
    long Rows,
    long Positives,
    IReadOnlyDictionary<string, RealisedMetric> Metrics,
    IReadOnlyDictionary<string, RealisedMetric> Prior,
    IReadOnlyDictionary<string, RealisedMetric> NoChange,
    double? KappaOverChance,
    double? KappaOverPersistence,
    IReadOnlyList<VersionWeek> Versions);

/// <summary>One version within a week.</summary>
public sealed record VersionWeek(long VersionId, long Rows, long Positives, IReadOnlyDictionary<string, RealisedMetric> Metrics);

/// <summary>A metric on answers as they were served, with its error where a formula gives one, clustered by customer.</summary>
public readonly record struct RealisedMetric(double Value, double? StandardError);
