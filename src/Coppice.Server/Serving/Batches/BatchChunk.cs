namespace Coppice.Server.Serving.Batches;

/// <summary>Rows that are answered and recorded together.</summary>
/// <param name="Rows">Who is asked about; empty where the rest of a file was set aside.</param>
/// <param name="RowsDone">Rows behind us once these are recorded, those set aside included.</param>
/// <param name="SetAside">How many of those the reader of the file set aside.</param>
/// <param name="Place">Where the next chunk begins.</param>
public sealed record BatchChunk(IReadOnlyList<QuestionRow> Rows, long RowsDone, long SetAside, long Place);

/// <summary>A row to answer, with the sender's own cells and the line it stands on.</summary>
public sealed record QuestionRow(PredictionRequest Request, IReadOnlyList<string> Cells, long Line);
