namespace Coppice.Client;

/// <summary>What was said beside what came true, of answers whose labels have matured.</summary>
/// <param name="Model">The model.</param>
/// <param name="Version">The version whose answers these are; null for all.</param>
/// <param name="Rows">Answers.</param>
/// <param name="Bins">Of probabilities: a hundred bins of equal width, lowest first. What holds at any threshold that is a whole percentage follows from them. Null for amounts.</param>
/// <param name="Deciles">Of amounts: tenths of the rows, lowest scores first. Null for probabilities.</param>
/// <param name="Costs">What acting and waiting cost; null where the model does not say.</param>
/// <param name="Threshold">The probability to act from: it follows from the costs, and is 0.5 without them. Null for amounts.</param>
public sealed record ScoresResponse(
    string Model,
    string? Version,
    long Rows,
    IReadOnlyList<ScoreBin>? Bins,
    IReadOnlyList<DecileResponse>? Deciles,
    CostsResponse? Costs,
    double? Threshold);

/// <summary>Answers with probabilities from one to below another; the last bin holds 1 too.</summary>
/// <param name="From">The lowest.</param>
/// <param name="To">Where the next bin begins.</param>
/// <param name="Positives">Answers of which it came true.</param>
/// <param name="Negatives">Answers of which it did not.</param>
/// <param name="MeanScore">Their mean probability; null where there are none.</param>
public sealed record ScoreBin(double From, double To, long Positives, long Negatives, double? MeanScore);

/// <summary>What acting and waiting cost about one customer; what is below zero is a gain.</summary>
/// <param name="TruePositive">Acting on one of whom it comes true.</param>
/// <param name="FalsePositive">Acting on one of whom it does not.</param>
/// <param name="FalseNegative">Waiting with one of whom it comes true.</param>
/// <param name="TrueNegative">Waiting with one of whom it does not.</param>
public sealed record CostsResponse(double TruePositive, double FalsePositive, double FalseNegative, double TrueNegative);
