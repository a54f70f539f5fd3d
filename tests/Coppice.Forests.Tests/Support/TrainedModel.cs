namespace Coppice.Forests.Tests.Support;

/// <summary>A small model that XGBoost has trained on random rows, and those rows.</summary>
internal sealed class TrainedModel : IDisposable
{
    private TrainedModel(NativeBooster booster, float[] rows, int columns)
    {
        Booster = booster;
        Rows = rows;
        Columns = columns;
    }

    public NativeBooster Booster { get; }

    public float[] Rows { get; }

    public int Columns { get; }

    public static TrainedModel Of(string objective, int rounds = 40, int depth = 6, int rowCount = 400, int columns = 12, params (string Name, string Value)[] parameters)
    {
        var random = new Random(objective.Length * 1000 + depth);
        var rows = new float[rowCount * columns];
        foreach (ref float value in rows.AsSpan())
            value = random.Next(8) == 0 ? float.NaN : MathF.Round(random.NextSingle() * 10, random.Next(3));
        var labels = new float[rowCount];
        for (int row = 0; row < rowCount; row++)
        {
            float signal = rows.AsSpan(row * columns, columns).ToArray().Take(3).Where(float.IsFinite).Sum() + random.NextSingle() * 5;
            labels[row] = objective is "binary:logistic" or "reg:logistic" ? (signal > 17 ? 1 : 0) : objective == "reg:gamma" ? signal + 0.1f : MathF.Max(0, MathF.Floor(signal - 12));
        }

        NativeBooster booster = NativeBooster.Train(rows, columns, labels, rounds,
            [("objective", objective), ("max_depth", $"{depth}"), ("seed", "7"), .. parameters]);
        return new TrainedModel(booster, rows, columns);
    }

    public void Dispose() => Booster.Dispose();
}
