using Coppice.Server.Features;
using Coppice.Server.Labels;

namespace Coppice.Server.Training;

/// <summary>What a training set looks like, kept with it to hold the next one against it.</summary>
public sealed record SetFigures
{
    public required int Rows { get; init; }

    /// <summary>Share of ones, or the mean amount.</summary>
    public required double Mean { get; init; }

    /// <summary>Rows of a customer and a moment that another row has too.</summary>
    public required int Repeated { get; init; }

    /// <summary>Of those, rows whose label is another.</summary>
    public required int Conflicting { get; init; }

    public required double SyntheticShare { get; init; }

    public required double BackfillShare { get; init; }

    /// <summary>Days since the newest label could be known.</summary>
    public required double AgeDays { get; init; }

    /// <summary>By name; what a row lacks is missing.</summary>
    public required IReadOnlyDictionary<string, InputFigures> Inputs { get; init; }

    public static SetFigures Of(InputTable inputs, TrainingPlan plan)
    {
        var first = new Dictionary<(long Customer, long AsOf), double>();
        int repeated = 0, conflicting = 0;
        foreach (var row in plan.Rows)
        {
            if (first.TryAdd((row.CustomerId, row.AsOf), row.Value))
                continue;
            repeated++;
            if (first[(row.CustomerId, row.AsOf)] != row.Value)
                conflicting++;
        }

        var excluded = ModelColumns.Options(plan.Model).Excluded;
        return new SetFigures
        {
            Rows = plan.Rows.Count,
            Mean = plan.Rows.Average(row => row.Value),
            Repeated = repeated,
            Conflicting = conflicting,
            SyntheticShare = Share(plan, LabelSource.Synthetic),
            BackfillShare = Share(plan, LabelSource.Backfill),
            AgeDays = (plan.KnownTime - plan.Rows.Max(row => row.MaturesAt)) / (double)Storage.UtcMicroseconds.PerDay,
            Inputs = inputs.Columns.Where(column => !excluded.Contains(column.Name)).ToDictionary(column => column.Name, column => Of(column, inputs.Rows)),
        };
    }

    private static double Share(TrainingPlan plan, string source) => (double)plan.Rows.Count(row => row.Source == source) / plan.Rows.Count;

    private static InputFigures Of(InputColumn column, int rows)
    {
        int missing = 0;
        int? first = null;
        bool varies = false;
        for (int row = 0; row < rows; row++)
        {
            bool isWord = column.Words?[row] is not null;
            if (!isWord && float.IsNaN(column.Numbers[row]))
                missing++;
            else if (first is null)
                first = row;
            else if (!varies)
                varies = isWord ? column.Words![row] != column.Words[first.Value] : column.Numbers[row] != column.Numbers[first.Value];
        }

        return new InputFigures(Math.Round((double)missing / rows, 4), varies || (missing > 0 && missing < rows) ? InputVariety.Varies : InputVariety.Constant);
    }
}

/// <summary>What an input looks like.</summary>
/// <param name="Missing">Share of rows without it.</param>
/// <param name="Variety">Whether rows can be told apart by it.</param>
public sealed record InputFigures(double Missing, InputVariety Variety);

/// <summary>Whether rows can be told apart by an input.</summary>
public enum InputVariety
{
    Constant,
    Varies,
}
