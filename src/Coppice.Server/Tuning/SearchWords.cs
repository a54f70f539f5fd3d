using Coppice.Client;
using Coppice.Server.Evaluation;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tuning;

/// <summary>How a search stands, on one line.</summary>
internal static class SearchWords
{
    public static string Of(Leaderboard board, SearchBudget budget)
    {
        string left = $"{(int)budget.Left.TotalMinutes}:{budget.Left.Seconds:00} left";
        if (board.Lines[0] is not { Loss: { } loss } best)
            return $"the present recipe first · {left}";
        string metric = MetricDefinition.Find(board.Loss == MetricNames.LogLoss ? PredictionKind.Probability : PredictionKind.Amount, board.Loss)!.DisplayName;
        string sure = best.LossHalfWidth is { } half ? $" ±{half:0.0000}" : "";
        string better = best.Gain is { } gain ? $", {gain:0.0000} better" : "";
        return $"{board.Tried} tried · best {metric} {loss:0.0000}{sure}{better} · {left}";
    }
}
