using Coppice.Bench.Processes;

namespace Coppice.Bench.Tiers;

/// <summary>A workspace with the conversations of 2,000 clients, a lexicon, and the outcomes of four fifths of them.</summary>
internal static class TierWorkspace
{
    private const string Definition = """
        workspace: tiers
        time_zone: UTC
        models:
          purchased:
            predicts: probability
            label: { column: purchased, positive: "1" }
            features: [notes]
            columns: { customer: client_id, time: date }
            learner: LEARNER
            quick: QUICK
          churned:
            predicts: probability
            label: { column: churned, positive: "1" }
            features: [notes]
            columns: { customer: client_id, time: date }
            learner: LEARNER
            quick: QUICK
          lifetime_value:
            predicts: amount
            label: { column: lifetime_value }
            features: [notes]
            columns: { customer: client_id, time: date }
            learner: LEARNER
            quick: QUICK
        training:
          triggers: { new_labels: off, every: off, drift: false, performance_drop: off }
        recipes:
          slow: { like: elite, additive: off, boosted: off, forest: { trees: 100, depth: 8 } }
        gates: { min_accuracy: 0.5 }
        """;

    /// <summary>A recipe that takes its time to score.</summary>
    public const string Slow = "slow";

    public static readonly string[] Targets = ["purchased", "churned", "lifetime_value"];

    private static readonly string Split = Path.Combine(Surroundings.Root, "bench", "peers", "notes_split.py");

    public static string Concepts { get; } = Surroundings.Data("notes/concepts.csv");

    public static string Labels { get; } = Surroundings.Data("notes/labels.csv");

    public static string Notes { get; } = Surroundings.Data("notes/notes.csv");

    public static string Lexicon { get; } = Surroundings.Data("notes/lexicon.csv");

    public static string[] Needs => [Concepts, Labels, Notes, Lexicon];

    /// <summary>Writes the definition file, where one recipe learns three targets; <c>off</c> is no companion.</summary>
    public static void Define(BenchWorkspace workspace, string learner, string quick = "off") =>
        workspace.Write("coppice.yaml", Definition.Replace("LEARNER", learner, StringComparison.Ordinal).Replace("QUICK", quick, StringComparison.Ordinal));

    /// <summary>Writes the definition file, and imports notes and outcomes through the command line.</summary>
    public static async Task FillAsync(BenchWorkspace workspace, string learner, CancellationToken cancellationToken, string quick = "off")
    {
        Define(workspace, learner, quick);
        File.Copy(Lexicon, workspace.PathOf("lexicon.csv"));
        await ProcessRun.OutputAsync(workspace.Folder, PeerScript.Python, [Split, Concepts, Labels, Notes, workspace.Folder], cancellationToken);
        await workspace.RunAsync(cancellationToken, "import", "notes", "notes.csv");
        foreach (string target in Targets)
            await workspace.RunAsync(cancellationToken, "import", "outcomes", $"learn_{target}.csv");
    }
}
