using Coppice.Server.Files;
using Coppice.Server.Files.Cells;
using Coppice.Server.Files.Columns;

namespace Coppice.Server.Workspaces.Writing;

/// <summary>What a column is as something to predict, or one sentence that says why it is nothing of the kind.</summary>
internal sealed record TableTarget(PredictionKind Predicts, string? Positive, string? Problem)
{
    /// <summary>Share of the rows that have the more frequent of two values; null for an amount.</summary>
    public double? MajorityShare { get; private init; }

    public static TableTarget Of(InferredColumn truth)
    {
        if (truth.Rows == truth.Missing)
            return Refused(truth.Rows == 0 ? "it holds a header but no rows" : $"{truth.Name} has no value in any of {truth.Rows:N0} rows");
        if (truth is { Type: ColumnType.Boolean, Values: { } words })
        {
            string[] affirmed = [.. words.Where(word => BooleanText.TryParse(word.Value, out bool value) && value).Select(word => word.Value)];
            if (affirmed.Length == 1 && words.Count == 2)
                return Yes(affirmed[0], words);
        }

        if (truth.Values is { Count: 1 } only)
            return Refused($"{truth.Name} is \"{only[0].Value}\" in every row; expected two different values, or numbers");
        // Nothing says which one is meant: what is worth predicting is usually the rarer.
        if (truth.Values is { Count: 2 } two)
            return Yes(two[0].Rows <= two[1].Rows ? two[0].Value : two[1].Value, two);

        string values = truth.Values is { } some ? $"{some.Count} different ones ({string.Join(", ", some.Take(5).Select(value => value.Value))}, ...)" : "many different ones";
        return truth.Type is ColumnType.Number
            ? new TableTarget(PredictionKind.Amount, null, null)
            : Refused($"{truth.Name}: expected two different values, or numbers, found {values}");
    }

    private static TableTarget Yes(string positive, IReadOnlyList<ValueCount> values) => new(PredictionKind.Probability, positive, null)
    {
        MajorityShare = (double)values.Max(v => v.Rows) / values.Sum(v => v.Rows),
    };

    private static TableTarget Refused(string problem) => new(PredictionKind.Probability, null, problem);
}
