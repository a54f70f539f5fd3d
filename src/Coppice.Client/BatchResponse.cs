namespace Coppice.Client;

/// <summary>Many customers scored in the background.</summary>
/// <param name="Id">Number of the batch.</param>
/// <param name="Kind"><c>file</c>, or <c>all_customers</c>.</param>
/// <param name="File">The file's name as sent; empty for all customers.</param>
/// <param name="State"><c>queued</c>, <c>running</c>, <c>refining</c> once every row is answered and versions replace what their companions said, <c>done</c>, <c>failed</c> or <c>cancelled</c>.</param>
/// <param name="Models">The models that answer, each with the one version that answers every row.</param>
/// <param name="RowsDone">Rows answered or set aside so far; they stay recorded whatever happens next.</param>
/// <param name="RowsTotal">Rows in all; null until they are counted.</param>
/// <param name="SetAside">Rows that could not be answered.</param>
/// <param name="RowsPerSecond">Speed since it last began or was resumed; null while it does not run.</param>
/// <param name="FinishesAt">When it will be done at that speed.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="FinishedAt">When it ended.</param>
/// <param name="Error">Why it failed, in one sentence.</param>
public sealed record BatchResponse(
    long Id,
    string Kind,
    string File,
    string State,
    IReadOnlyList<AnsweringVersion> Models,
    long RowsDone,
    long? RowsTotal,
    long SetAside,
    double? RowsPerSecond,
    DateTimeOffset? FinishesAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt,
    string? Error)
{
    /// <summary>How far versions have replaced what their companions said; null while rows are answered, and where versions answer alone.</summary>
    public RefinementProgress? Refinement { get; init; }
}

/// <summary>Quick answers, and the versions' scores that take their place.</summary>
/// <param name="Answers">Answers that companions gave.</param>
/// <param name="Refined">How many of them the versions have replaced; those of customers erased meanwhile never are.</param>
/// <param name="AnsweredAt">When every row had its first answer.</param>
public sealed record RefinementProgress(long Answers, long Refined, DateTimeOffset AnsweredAt);

/// <summary>Batches, newest first.</summary>
/// <param name="Batches">Newest first.</param>
/// <param name="Next">What to give as <c>before</c> for older ones; null at the end.</param>
public sealed record BatchPage(IReadOnlyList<BatchResponse> Batches, long? Next);
