namespace Coppice.Client;

/// <summary>One line of <c>coppice status</c>: what is live for a model, how good, how sure, what is coming.</summary>
/// <param name="Model">Name of the model.</param>
/// <param name="Predicts"><c>probability</c> or <c>amount</c>.</param>
/// <param name="Champion">The version that answers, such as <c>2.1</c>; null before the first promotion.</param>
/// <param name="LiveSince">When the champion was promoted.</param>
/// <param name="Metric">The metric shown, by its stable name (<c>auc</c> or <c>top_decile_share</c>).</param>
/// <param name="Value">The metric on its own answers that have come true since the promotion where there are enough, else on the rows that decided it.</param>
/// <param name="HalfWidth">Half the width of its 95 % interval, null where no formula gives one.</param>
/// <param name="Measured">What <paramref name="Value"/> was measured on: <c>fresh_block</c> or <c>live_labels</c>.</param>
/// <param name="Promised">What was promised at promotion: the lower end of its interval then.</param>
/// <param name="LabelsWaiting">Matured labels that no decision has used yet.</param>
/// <param name="PositivesWaiting">How many of them are positive (for an amount: above zero).</param>
/// <param name="NextVerdict">When the labels needed for the next decision will have matured, as far as the open ones tell, and beyond them at the present pace of predictions.</param>
/// <param name="Versions">How many versions there are.</param>
public sealed record ModelStatus(
    string Model,
    string Predicts,
    string? Champion,
    DateTimeOffset? LiveSince,
    string? Metric,
    double? Value,
    double? HalfWidth,
    string? Measured,
    double? Promised,
    long LabelsWaiting,
    long PositivesWaiting,
    DateTimeOffset? NextVerdict,
    int Versions)
{
    /// <summary>Rows <see cref="Value"/> was measured on.</summary>
    public long Rows { get; init; }

    /// <summary>Whether it is right, why, and what happens next; null from a server that does not weigh yet.</summary>
    public ModelVerdict? Verdict { get; init; }

    /// <summary>When the recipe it is learnt with was found by a search; null where the definition file gives it.</summary>
    public DateTimeOffset? Tuned { get; init; }

    /// <summary>Promotions that wait for a second person, oldest first.</summary>
    public IReadOnlyList<ProposalResponse> Proposals { get; init; } = [];

    /// <summary>The version that takes over from the champion customer by customer; null where none does.</summary>
    public RampResponse? Ramp { get; init; }

    /// <summary>Why Coppice itself took the last champion back; null where it did not.</summary>
    public string? Trouble { get; init; }

    /// <summary>What acting by the champion is worth; null where the model has no costs.</summary>
    public ActingStatus? Acting { get; init; }

    /// <summary>What it costs to wait with a retrain; null where that is not known.</summary>
    public WaitingCost? WaitingCost { get; init; }

    /// <summary>What came of the last repair, while it still matters; null otherwise.</summary>
    public string? Repair { get; init; }

    /// <summary>Predictions whose labels are still to come; null while there are none.</summary>
    public WaitingPredictions? Waiting { get; init; }

    /// <summary>Of amounts: how often the ranges said with them held; null while none has come true.</summary>
    public RangesHeld? Ranges { get; init; }
}

/// <summary>How often ranges said with amounts held, over all versions.</summary>
/// <param name="Amounts">Amounts said with a range whose truth is known.</param>
/// <param name="Inside">The share of them that lay inside; 0.9 is meant.</param>
public sealed record RangesHeld(long Amounts, double Inside);
