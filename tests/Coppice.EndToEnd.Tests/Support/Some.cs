using Coppice.Client;

namespace Coppice.EndToEnd.Tests.Support;

/// <summary>Answers of a server, as the screens of faces show them.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Now = new(2026, 11, 13, 6, 0, 0, TimeSpan.Zero);

    public static StatusResponse Status { get; } = new(
        "boutique",
        Now,
        "real",
        23_570,
        412_093,
        Now.AddMinutes(-4),
        [
            new("purchase", "probability", "4.2", Now.AddDays(-1), "auc", .842, .011, "fresh_block", .830, 118, 40, Now.AddDays(1), 9)
            {
                Waiting = new(1204, Now.AddDays(1), .6, new("auc", .836, .012, 1100)),
            },
            new("churn", "probability", "3.1", Now.AddDays(-10), "auc", .795, .014, "live_labels", .800, 12, 3, Now.AddDays(16), 4)
            {
                Repair = "Repair tried: recalibrated, enough so far.",
                Verdict = new(
                    "wrong",
                    [
                        new("drift", "wrong", "errors drifted since 2026-11-09; cause: visits in 30 days, 12.4 before and 5.2 now, which moves scores by −.21"),
                        new("quality", "watch", "AUC .795 ±.014 on 900 answers that came true, below the .800 promised, which luck may explain"),
                        new("repair", "right", "Repair tried: recalibrated, enough so far."),
                    ],
                    null),
            },
            new("clv", "amount", "2.0", Now.AddDays(-17), "top_decile_share", .63, null, "fresh_block", .60, 0, 0, null, 2),
            new("returns", "probability", null, null, null, null, null, null, null, 0, 0, null, 0),
        ])
    {
        Retraining = new(true, Now.AddDays(-30), "on since 2026-10-14 06:00 UTC", null,
        [
            new(
                "purchase",
                "waiting",
                "118 of 200 new labels",
                [new("new_labels", "waiting", "118 of 200 new labels")],
                [new("incremental", "0 6 * * *", "UTC", null, Now.AddDays(1)), new("full", "0 2 * * 0", "UTC", null, Now.AddHours(44))],
                null,
                null,
                null),
        ]),
    };

    public static RunResponse Promoted { get; } = Run("refresh", new RunResult(
        "4.3",
        "4.2",
        "promoted",
        "superior",
        "Better by .0046 ±.0021 in log-loss.",
        4204,
        1204,
        1204,
        351,
        new Dictionary<string, double?> { ["auc"] = .847, ["log_loss"] = .4266 },
        [new("log_loss", .4312, .4266, .0046, .0021, .003), new("auc", .842, .847, .005, .006, .009)],
        [new("prediction_drift", "COP-GATE-005", "passed", .021, .15, "Scores moved by .021 of .15 allowed.")],
        .021,
        34,
        [new("read", .1), new("refresh", .2), new("judge", .04)]));

    public static RunResponse Worth { get; } = Promoted with
    {
        Model = "clv",
        Result = Promoted.Result! with
        {
            Metrics = new Dictionary<string, double?>
            {
                ["top_decile_share"] = .624,
                ["normalised_gini"] = .781,
                ["total_ratio"] = 1.021,
                ["interval_coverage"] = .871,
                ["top_decile_coverage"] = .9,
                ["above_cap_share"] = .031,
                ["top5_share"] = .61,
            },
            Bands = new Dictionary<string, MetricBand>
            {
                ["top_decile_share"] = new(.601, .647),
                ["total_ratio"] = new(.96, 1.08),
                ["interval_coverage"] = new(.862, .88),
                ["top_decile_coverage"] = new(.87, .93),
            },
            Deciles = [new(120, 1.2, .9), new(120, 180.25, 1176)],
            Comparisons = [new("tweedie_deviance", 10.01, 9.93, .08, .05, .07)],
            Verdicts = [new("prediction_drift", "COP-GATE-005", "passed", .24, .4, "Predictions moved by 0.240 of 0.400 allowed.")],
            MeanChange = 2.394,
        },
    };

    public static RunResponse Held { get; } = Promoted with
    {
        Result = Promoted.Result! with
        {
            Decision = "held",
            Code = "inconclusive",
            Sentence = "not enough to tell. Better by .0011 ±.0043; about 2,900 more labels would settle it (≈ 21 Nov). 4.2 stays.",
            Verdicts = [new("enough_labels", "COP-GATE-001", "not_enough_data", 1204, 4100, "1,204 fresh labels of 4,100 needed.")],
        },
    };

    public static RunResponse First { get; } = Run("full", Promoted.Result! with
    {
        Version = "1.0",
        Against = null,
        Code = "first",
        Sentence = "promoted 1.0: the first version that beats a constant.",
        Comparisons = [],
        MeanChange = null,
        DecileChanges = null,
    });

    public static ImportReport Import { get; } = new(
        "events",
        "orders.csv",
        41_212,
        41_200,
        9,
        3,
        [
            new(1187, "\"12/31/2026\" is not a date in the form of the 1,186 rows before it (yyyy-MM-dd)", "c17,12/31/2026,\"19,90\""),
            new(2001, "the customer is empty", ",2026-01-01,5"),
            new(2002, "\"abc\" is not a number", "c9,2026-01-01,abc"),
        ],
        new Dictionary<string, string> { ["customer"] = "client", ["time"] = "date", ["value"] = "total" },
        new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero),
        new DateTimeOffset(2026, 10, 31, 0, 0, 0, TimeSpan.Zero),
        1_234_567.8,
        412,
        2.31);

    public static IReadOnlyList<DeploymentResponse> Deployments { get; } =
    [
        new(3, "purchase", "rollback", "1.2", "1.1", "ana", "complaints about 1.2", Now.AddHours(-2)),
        new(2, "purchase", "promotion", "1.1", "1.2", "policy", "superior", Now.AddDays(-2)),
        new(1, "purchase", "promotion", null, "1.1", "policy", "first", Now.AddDays(-8)),
    ];

    public static HistoryResponse History(int versions) => new(
        "purchase",
        "auc",
        [.. Enumerable.Range(0, versions).Select(i => new HistoryPoint($"1.{i}", Now.AddDays(i - versions), .80 + (.05 * i / versions), .012, 1200, i % 3 == 1 ? "held" : "promoted"))],
        Deployments);

    public static VersionResponse Version(string version, string role) => new(
        version,
        "purchase",
        role,
        "fast",
        "refresh",
        null,
        Now.AddDays(-3),
        Now.AddDays(-4),
        41_209,
        1.73,
        120,
        183_000,
        84,
        ["events.visit.count_7d"],
        [],
        "promoted",
        "superior",
        1204,
        new Dictionary<string, double?> { ["auc"] = .847, ["log_loss"] = .4266, ["accuracy"] = .81 },
        []);

    private static RunResponse Run(string strategy, RunResult result) =>
        new(12, "purchase", strategy, "manual", "done", Now.AddSeconds(-2), Now, null, null, result);
}
