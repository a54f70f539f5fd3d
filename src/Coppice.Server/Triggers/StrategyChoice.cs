using Coppice.Server.Labels;

namespace Coppice.Server.Triggers;

/// <summary>How a run learns, and from which rows; or, in a sentence, why it learns nothing yet.</summary>
public sealed record StrategyChoice(string Strategy, IReadOnlyList<Label> Rows, string? Waits = null);
