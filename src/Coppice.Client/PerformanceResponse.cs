namespace Coppice.Client;

/// <summary>How good a model's answers turned out over time: each scored once, as it was served, when its label matured.</summary>
/// <param name="Model">The model.</param>
/// <param name="Metric">The metric, by its stable name.</param>
/// <param name="By"><c>week</c> or <c>month</c>: what a point stands for, by the time of asking.</param>
/// <param name="Sentence">The result for people.</param>
/// <param name="Points">Oldest first; a stretch without answers has none.</param>
/// <param name="Newest">The metric over the newest answers that have come true; null before the first.</param>
/// <param name="Fading">Running means that forget, over all answers in the order in which they came true.</param>
/// <param name="Promised">The worse end of the champion's interval on the rows that decided its promotion.</param>
/// <param name="KappaOverChance">Of probabilities, in the newest week: accuracy beyond guessing with the same frequencies; 0 is no better, 1 perfect.</param>
/// <param name="KappaOverPersistence">The same beyond repeating the label before.</param>
/// <param name="Deployments">Changes of champion, oldest first.</param>
public sealed record PerformanceResponse(
    string Model,
    string Metric,
    string By,
    string Sentence,
    IReadOnlyList<PerformancePoint> Points,
    NewestQuality? Newest,
    IReadOnlyList<FadingMetric> Fading,
    double? Promised,
    double? KappaOverChance,
    double? KappaOverPersistence,
    IReadOnlyList<DeploymentResponse> Deployments);

/// <summary>The answers asked for in a stretch of time.</summary>
/// <param name="From">When it begins.</param>
/// <param name="Until">When it ends.</param>
/// <param name="Rows">Answers whose labels have matured: those behind <paramref name="Value"/>.</param>
/// <param name="Positives">How many of them came true (for an amount: above zero).</param>
/// <param name="Open">Answers whose labels are still to come.</param>
/// <param name="Value">The metric on the matured ones; null where undefined.</param>
/// <param name="HalfWidth">Half the width of its 95 % interval, clustered by customer; null where no formula gives one.</param>
/// <param name="Estimated">What is expected of the open ones; null where they are few. Of amounts only <c>mae</c> and <c>rmsle</c> can be expected, once enough of them have come true to learn how far they are off.</param>
/// <param name="Prior">The metric of one constant for everybody: what the version that answered most had learnt from.</param>
/// <param name="NoChange">The metric of repeating the label before, in order of maturity.</param>
/// <param name="Versions">Who answered, most rows first.</param>
public sealed record PerformancePoint(
    DateTimeOffset From,
    DateTimeOffset Until,
    long Rows,
    long Positives,
    long Open,
    double? Value,
    double? HalfWidth,
    EstimatedMetric? Estimated,
    double? Prior,
    double? NoChange,
    IReadOnlyList<VersionShare> Versions);

/// <summary>A version and how many of the matured answers were its.</summary>
public sealed record VersionShare(string Version, long Rows);

/// <summary>A metric on the newest answers that have come true.</summary>
public sealed record NewestQuality(int Rows, double Value, double? HalfWidth);
