using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Features;

/// <summary>Forecasts of one type of event that are inputs, fitted once and frozen with the version.</summary>
/// <param name="Type">The type of event.</param>
/// <param name="Days">How far they look ahead: the window of the model's label.</param>
/// <param name="For">What the model predicts. Where amounts can be forecast, a model of amounts is told nothing else (decision 0016).</param>
/// <param name="Rhythm">How often customers come again and whether they have gone; ages in weeks.</param>
/// <param name="Value">What a day of theirs is worth; null where that cannot be told.</param>
public sealed record RepeatPlan(string Type, int Days, PredictionKind For, RepeatRhythm Rhythm, RepeatValue? Value)
{
    internal const string Spend = "expected_spend";

    /// <summary>Whether the chances and the count are inputs beside the amounts.</summary>
    internal bool TellsRhythm => For == PredictionKind.Probability || Value is null;

    /// <summary>The column that holds what a customer will spend within a window, by rhythm and value alone.</summary>
    public static string SpendOf(string type) => $"events.{type}.{Spend}";

    /// <summary>Whether a column forecasts, whichever version's fit it came from.</summary>
    public static bool IsForecast(string column)
    {
        string last = column[(column.LastIndexOf('.') + 1)..];
        return column.StartsWith("events.", StringComparison.Ordinal)
            && (last == "p_alive" || last.StartsWith("p_none_", StringComparison.Ordinal) || last.StartsWith("expected_", StringComparison.Ordinal));
    }
}
