namespace Coppice.Server.Evaluation;

/// <summary>What a row may be used for in one decision.</summary>
public enum RowRole
{
    Training,

    /// <summary>Its label was not yet knowable when the block began: it would carry the block's own outcomes into training.</summary>
    Purged,

    Block,

    /// <summary>Its label may not be believed yet.</summary>
    Immature,
}

/// <summary>
/// Which rows decide and which may train, for one decision (methods 2.2). The block is what has matured since the last decision;
/// each row decides once and is released for training afterwards.
/// </summary>
public sealed record FreshBlockSplit
{
    /// <summary>Rows older than this against the newest matured row no longer decide.</summary>
    public static readonly TimeSpan LongestBlock = TimeSpan.FromDays(90);

    private FreshBlockSplit(DateTimeOffset blockAfter, DateTimeOffset blockUntil, DateTimeOffset trainUntil)
    {
        BlockAfter = blockAfter;
        BlockUntil = blockUntil;
        TrainUntil = trainUntil;
    }

    /// <summary>Exclusive.</summary>
    public DateTimeOffset BlockAfter { get; }

    /// <summary>Inclusive: the maturity cut at the time of the decision, and the next decision's start.</summary>
    public DateTimeOffset BlockUntil { get; }

    /// <summary>Inclusive.</summary>
    public DateTimeOffset TrainUntil { get; }

    /// <summary>The split of a decision now.</summary>
    /// <param name="maturity">The label's window and lag.</param>
    /// <param name="now">Time of the decision.</param>
    /// <param name="previousBlockUntil">End of the block of the previous decision.</param>
    public static FreshBlockSplit At(Maturity maturity, DateTimeOffset now, DateTimeOffset previousBlockUntil)
    {
        ArgumentNullException.ThrowIfNull(maturity);
        DateTimeOffset until = maturity.CutAt(now);
        DateTimeOffset after = previousBlockUntil > until - LongestBlock ? previousBlockUntil : until - LongestBlock;
        if (after > until)
            after = until;
        return new FreshBlockSplit(after, until, after - maturity.Delay);
    }

    public RowRole RoleOf(DateTimeOffset predictedAt)
    {
        if (predictedAt > BlockUntil)
            return RowRole.Immature;
        if (predictedAt > BlockAfter)
            return RowRole.Block;
        return predictedAt > TrainUntil ? RowRole.Purged : RowRole.Training;
    }
}
