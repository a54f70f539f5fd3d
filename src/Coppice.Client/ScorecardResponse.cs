namespace Coppice.Client;

/// <summary>How often decisions about a model turned out right.</summary>
/// <param name="Model">The model.</param>
/// <param name="Right">Decisions whose winner is surely no worse than the other side by more than the margin, on labels that came afterwards.</param>
/// <param name="Wrong">Those whose winner is surely worse, by more than may be.</param>
/// <param name="CannotTell">Those about which later labels do not say yet.</param>
/// <param name="Cost">What the wrong ones cost in the metric that decides, added up.</param>
/// <param name="CostPerThousand">The same in money by 1,000 customers; null where the model has no costs.</param>
/// <param name="Sentence">The sum for people.</param>
/// <param name="Decisions">Each, the newest first.</param>
public sealed record ScorecardResponse(
    string Model,
    int Right,
    int Wrong,
    int CannotTell,
    double Cost,
    double? CostPerThousand,
    string Sentence,
    IReadOnlyList<ReviewedDecision> Decisions);

/// <summary>One decision and what later labels say of it.</summary>
/// <param name="Version">The challenger.</param>
/// <param name="Against">The champion it was judged against.</param>
/// <param name="Decision"><c>promoted</c>, <c>held</c> or <c>rejected</c>.</param>
/// <param name="DecidedAt">When.</param>
/// <param name="Verdict"><c>right</c>, <c>wrong</c> or <c>cannot_tell</c>.</param>
/// <param name="Rows">Later labels that neither side had seen.</param>
/// <param name="Metric">The metric that decides; null before the first look.</param>
/// <param name="Difference">How much better the side that won is on those labels; below zero where it is worse.</param>
/// <param name="HalfWidth">Half the width of its 95 % interval.</param>
/// <param name="Saved">What choosing that side saves by 1,000 customers; null without costs.</param>
/// <param name="SavedHalfWidth">Half the width of its 95 % interval.</param>
public sealed record ReviewedDecision(
    string Version,
    string Against,
    string Decision,
    DateTimeOffset DecidedAt,
    string Verdict,
    long Rows,
    string? Metric,
    double? Difference,
    double? HalfWidth,
    double? Saved,
    double? SavedHalfWidth);
