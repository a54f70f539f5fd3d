namespace Coppice.Client;

/// <summary>Answers of a model, newest first: the rows behind a number.</summary>
/// <param name="Answers">One page of them.</param>
/// <param name="Next">What to give as <c>cursor</c> for the next page; null on the last.</param>
public sealed record AnswerPage(IReadOnlyList<AnswerRow> Answers, long? Next);

/// <summary>An answer and what came true.</summary>
/// <param name="PredictionId">The prediction's id.</param>
/// <param name="Customer">The customer's key.</param>
/// <param name="AnsweredAt">When it was answered.</param>
/// <param name="Version">The version that answered.</param>
/// <param name="Score">A probability or an amount.</param>
/// <param name="Label">What came true; null where it is still to come.</param>
/// <param name="MaturedAt">When its window had closed; null where it has not.</param>
public sealed record AnswerRow(
    string PredictionId,
    string Customer,
    DateTimeOffset AnsweredAt,
    string Version,
    double Score,
    double? Label,
    DateTimeOffset? MaturedAt);
