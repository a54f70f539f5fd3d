using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Coppice.Client;

namespace Coppice.Server.Tests.Reports;

/// <summary>A report with every part filled; what comes from outside says one word everywhere.</summary>
internal static class SomeReport
{
    public static readonly DateTimeOffset Start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    public static VersionReport Saying(string word) => new(
        word,
        Start.AddDays(200),
        new ModelCard(word, "probability", $"True where any of {word} follows within 30 days.", 30, 2, ["what the customer did"], "auc"),
        Version(word),
        Training(word),
        [new(word, "logged", 1000, 200, 3, .25), new(word, "backfill", 4000, 0, 0, .22)],
        Judged(word),
        [.. Points(word).Where(p => p.Value is not null)],
        Over(word),
        Drift(word),
        [Change(word)],
        new AuditExcerpt(42, new string('a', 64), [Fact(word)]));

    public static AuditFact Fact(string word)
    {
        long at = Start.ToUnixTimeMilliseconds() * 1000;
        string previous = new('0', 64);
        string details = $"{{\"reason\":\"{word}\"}}";
        string text = string.Join('\n', previous, at.ToString(CultureInfo.InvariantCulture), word, "promote", $"{word} 4.2", details);
        return new AuditFact(7, at, word, "promote", $"{word} 4.2", details, previous, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    private static VersionResponse Version(string word) => new(
        "4.2", word, "champion", word, "refresh", "4.1", Start, Start, 5000, 1.4, 120, 240_000, 38, [word], [word], "promoted", "superior", 1204,
        new Dictionary<string, double?> { ["auc"] = .842, ["log_loss"] = .4312, ["top_decile_lift"] = null },
        [new("input_a", .62, $"days since {word}"), new("input_b", .21, "visits in 30 days")])
    {
        Bands = new Dictionary<string, MetricBand> { ["auc"] = new(.831, .853) },
        Recipe = $"{word}: {{ like: fast }}",
        Moved = [new("input_a", word, .3, .62)],
    };

    private static TrainingFacts Training(string word) => new(
        5000, Start.AddDays(-300), Start.AddDays(-40), Start, .23, [word], $"xgboost {word}", 42, 17, "new_labels", word,
        new Dictionary<string, string> { ["model"] = new('b', 64), ["training_set"] = new('c', 64) });

    private static JudgementFigures Judged(string word) => new(
        Start, "promoted", "superior", $"Better by .0046 ±.0021 in log-loss. {word}", "4.1", Start.AddDays(-40), Start.AddDays(-33), 1204, 351, new string('d', 64), .05,
        [new("log_loss", .4358, .4312, .0046, .0021, .003), new("auc", .838, .842, .004, .006, .009)],
        [
            new("enough_labels", "COP-GATE-001", "passed", 351, 100, "351 of 100 positive labels needed."),
            new("prediction_drift", "COP-GATE-005", "overridden", .2, .15, word),
            new("segments", "COP-GATE-007", "not_applicable", null, null, "No group of customers is large enough."),
        ],
        .021,
        34,
        [.. Enumerable.Range(0, 10).Select(i => new DecileResponse(120, .03 + (.06 * i), .02 + (.065 * i)))],
        [new($"profile country = {word}", 400, "log_loss", .44, .43, .01, .02)])
    {
        Shock = Shock(word),
        Eras = [.. Enumerable.Range(1, 4).Select(quarter => Era(word, quarter))],
        Footprint = new FootprintResponse(1_200_000, .031, 400) { Champion = new FootprintResponse(800_000, .024, 400) },
    };

    private static ShockResponse Shock(string word) => new(1000, "latest", 130, .5, 31, 24, 210, 217, .055, .25, .12, .93)
    {
        DecileMoves = [.. Enumerable.Range(0, 10).Select(from => Enumerable.Range(0, 10).Select(to => from == to ? 87L : Math.Abs(from - to) == 1 ? 7L : 0).ToArray())],
        LargestMoves = [new(.31, .72, [new("input_a", $"days since {word}", -.4, .9)]), new(.66, .41, [])],
    };

    private static EraResponse Era(string word, int quarter) =>
        new($"2025 Q{quarter}", 800, 190, new MetricComparison("log_loss", .44, .43, .01, .02, .03), quarter > 1, quarter > 1 ? .8 : null)
        {
            Segments = [.. Enumerable.Range(0, 5).Select(place => new EraSegmentResponse(
                $"profile country = {word}{place}", 150, new MetricComparison("log_loss", .4, .4 + (.01 * place * quarter), -.01 * place * quarter, .02, .03), quarter > 1 ? 1 / (1.0 + (place * quarter * 100)) : null))],
        };

    private static IEnumerable<PerformancePoint> Points(string word) => Enumerable.Range(0, 28).Select(week => new PerformancePoint(
        Start.AddDays(7 * week),
        Start.AddDays(7 * (week + 1)),
        week > 24 ? 0 : 1000 + (20 * week),
        week > 24 ? 0 : 250,
        week > 23 ? 900 : 0,
        week > 24 ? null : .84 + (.012 * Math.Sin(week)) - (.0009 * week),
        week > 24 ? null : .011,
        week > 23 ? new EstimatedMetric("auc", .826, .015, 900) : null,
        .5,
        .507,
        week > 24 ? [] : [new(word, 1000 + (20 * week))]));

    private static PerformanceResponse Over(string word) => new(
        word, "auc", "week", $"{word}: AUC 0.832 ± 0.009 on the newest 2,000 answers that have come true, as they were served.", [.. Points(word)],
        new NewestQuality(2000, .832, .009), [new("log_loss", .999, .4312, 1000)], .831, .41, .3, [Change(word), Change(word) with { Kind = "rollback", To = "4.1", At = Start.AddDays(120) }]);

    private static DriftResponse Drift(string word) => new(
        word, "4.2", $"{word} sees another world than it has learnt: inputs since 2026-06-01.",
        [
            new("inputs", "drifted", "COP-DRIFT-001", Start.AddDays(147), $"1 of 38 inputs differ: {word}.", "share", .03, .01, .001, 900, Start, Start, null),
            new("errors", "steady", "COP-DRIFT-004", null, "Errors are as promised.", null, null, null, null, 900, Start, Start, null),
        ],
        [new("input_a", $"days since {word}", true, "wasserstein", .42, .1, .3, .2, .001, 1.4, 0, 0, null, 12.4, 24.9, .6, -.21, [], [])],
        38,
        [],
        new DriftBudget(1, 3, .001, 1));

    private static DeploymentResponse Change(string word) => new(3, word, "promotion", "4.1", "4.2", word, $"Because of {word}", Start.AddHours(6))
    {
        Override = new OverrideResponse(["prediction_drift"], word, word, word, Start),
        Steps = [new RampStepResponse(.005, Start), new RampStepResponse(.2, Start.AddHours(3))],
    };
}
