using System.Globalization;
using Coppice.Bench.Measurements;
using Coppice.Bench.Processes;
using Coppice.Client;

namespace Coppice.Bench.Loop;

/// <summary>
/// A labelled table: each fifth of its rows (every fifth row, beginning with the first, the second and so on) is answered by a champion
/// that learnt from the other four.
/// </summary>
internal sealed record HeldOutFifths(string Case, string File, string Target, string Positive, int Positives, double Must, double Published, string PublishedBy)
{
    private const int Fifths = 5;

    public static HeldOutFifths Telco { get; } =
        new("telco", "telco/WA_Fn-UseC_-Telco-Customer-Churn.csv", "Churn", "Yes", 1_869, 0.84, 0.845, "published: logistic regression");

    public static HeldOutFifths Shoppers { get; } =
        new("shoppers", "shoppers/online_shoppers_intention.csv", "Revenue", "TRUE", 1_908, 0.925, 0.933, "published: boosted trees");

    /// <summary>The benchmark it is a case of.</summary>
    public string Bench { get; init; } = LoopBenchmark.Name;

    public double? Aim { get; init; }

    /// <summary>Minutes for which each fifth's recipe is searched for on the other four; null for the recipe that init writes.</summary>
    public double? TuneMinutes { get; init; }

    public async Task RunAsync(BenchReport report, CancellationToken cancellationToken)
    {
        string path = Surroundings.Data(File);
        if (Surroundings.Missing(path) is { } missing)
        {
            report.Add(new SkippedLine(Bench, Case, missing));
            return;
        }

        string[] lines = await System.IO.File.ReadAllLinesAsync(path, cancellationToken);
        var areas = new List<double>();
        int answered = 0;
        int positives = 0;
        for (int fifth = 0; fifth < Fifths; fifth++)
        {
            BenchReport.Tell($"{Case}: fifth {fifth + 1} of {Fifths}");
            var (truth, scores) = await AnswerAsync(lines, fifth, cancellationToken);
            answered += scores.Length;
            positives += truth.Count(t => t);
            areas.Add(RankingArea.Of(truth, scores));
        }

        double area = areas.Average();
        report.Add(new BenchLine(Bench, Case, "auc", "share")
        {
            Ours = area,
            Peer = Published,
            PeerName = PublishedBy,
            Ratio = RatioRange.OfMore(areas, [.. areas.Select(_ => Published)]) is { } range ? range with { Median = area / Published } : null,
            Equal = answered == lines.Length - 1 && positives == Positives,
            Must = Must,
            Aim = Aim,
            Holds = Math.Round(area, 3) >= Must,
        });
    }

    private async Task<(bool[] Truth, double[] Scores)> AnswerAsync(string[] lines, int fifth, CancellationToken cancellationToken)
    {
        var rows = lines.Skip(1).ToList();
        var held = rows.Where((_, i) => i % Fifths == fifth).ToList();
        using var workspace = new BenchWorkspace();
        workspace.Write("learn.csv", Text(rows.Where((_, i) => i % Fifths != fifth).Prepend(lines[0])));
        workspace.Write("answer.csv", Text(held.Prepend(lines[0]).Select(WithoutTarget)));

        await workspace.RunAsync(cancellationToken, "init", "--from-csv", "learn.csv", "--target", Target);
        await workspace.RunAsync(cancellationToken, "import", "labels", "learn.csv");
        // A search sees the rows that the first version learns from: no held-out row, and not the block that judges its winner.
        await workspace.RunAsync(cancellationToken, TuneMinutes is { } minutes ? ["tune", "--minutes", minutes.ToString(CultureInfo.InvariantCulture)] : (string[])["retrain"]);
        // The first version leaves its fresh block unlearnt; once that has decided it is released, and the next learns from every row.
        var second = (await workspace.AnswersAsync<RunResponse>(cancellationToken, "retrain", "--strategy", "full"))[0];
        if (second.Result?.TrainingRows != rows.Count - held.Count)
            throw new InvalidOperationException($"{Case}: {rows.Count - held.Count} rows were to be learnt, not {second.Result?.TrainingRows}.");
        await workspace.RunAsync(cancellationToken, "promote", second.Model, second.Result.Version, "--reason", "it has learnt from every row");
        var answers = (await workspace.AnswersAsync<PredictFileResponse>(cancellationToken, "predict", "answer.csv"))[0];
        bool isOther = answers.Models[0].Version != second.Result.Version || answers.Predictions.Count != held.Count;
        return isOther
            ? throw new InvalidOperationException($"{Case}: {answers.Models[0].Version} answered {answers.Predictions.Count} of {held.Count} rows.")
            : ([.. held.Select(r => r.EndsWith("," + Positive, StringComparison.Ordinal))], [.. answers.Predictions.Select(p => p.Score)]);
    }

    /// <summary>The target is the last column of both tables, and none of their cells is quoted.</summary>
    private static string WithoutTarget(string line) => line[..line.LastIndexOf(',')];

    private static string Text(IEnumerable<string> lines) => string.Concat(lines.Select(l => string.Create(CultureInfo.InvariantCulture, $"{l}\n")));
}
