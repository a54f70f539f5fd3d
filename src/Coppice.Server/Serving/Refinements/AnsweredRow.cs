using Coppice.Client;

namespace Coppice.Server.Serving.Refinements;

/// <summary>A row of the sender with the answer of each model; null where the row's prediction id was taken.</summary>
internal sealed record AnsweredRow(IReadOnlyList<string> Cells, IReadOnlyList<PredictionResponse?> Answers);

/// <summary>What stands above the rows.</summary>
internal sealed record AnsweredTable(IReadOnlyList<string> Columns, char Delimiter);
