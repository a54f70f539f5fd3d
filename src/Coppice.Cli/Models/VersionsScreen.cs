using Coppice.Cli.Terminal;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>The screen of <c>coppice versions</c>.</summary>
internal static class VersionsScreen
{
    private const int MetricsShown = 2;
    private const int MovesShown = 2;

    public static void Write(Screen screen, string model, IReadOnlyList<VersionResponse> versions, string? best)
    {
        if (versions.Count == 0)
        {
            screen.Line($"{model} has no versions yet.");
            screen.Hint($"coppice retrain {model}");
            return;
        }

        string order = best is null ? "newest first" : $"best {MetricNames.Display(best)} first";
        screen.Line($"[bold]{model}[/]  {Figures.Counted(versions.Count, "version")}, {order}");
        string[] metrics = [.. MetricNames.InOrderOfInterest
            .Where(m => m != best && versions.Any(v => v.Metrics.GetValueOrDefault(m) is not null))
            .Take(MetricsShown)];
        if (best is not null)
            metrics = [best, .. metrics];
        Table(screen, versions, metrics).Write(screen);
        WriteCompanion(screen, versions, metrics);
        WriteFeatureChanges(screen, versions);
        WritePersons(screen, versions);
        if (versions.FirstOrDefault(v => v.Role == "champion") is { } champion && versions.FirstOrDefault(v => v.Role != "champion") is { } other)
            screen.Hint($"coppice compare {model} {other.Version} {champion.Version}", $"coppice history {model} --plot");
        else
            screen.Hint($"coppice history {model} --plot");
    }

    private static TextTable Table(Screen screen, IReadOnlyList<VersionResponse> versions, string[] metrics)
    {
        TextTable table = new TextTable().IndentedBy(2).Left("version").Left("role").Left("made", 6).Left("how", 5).Right("rows", 7);
        foreach (string metric in metrics)
            table.Right(MetricNames.Display(metric));
        table.Right("trees", 3).Right("size", 2).Right("took", 4).Left("decision", 8);
        foreach (VersionResponse version in versions)
        {
            table.Row(
            [
                version.Version,
                version.Pinned ? $"{version.Role}, pinned" : version.Role,
                Times.Moment(version.CreatedAt, screen.Now),
                version.Tuned is { } tuned ? $"{version.Strategy}, tuned {Times.Day(tuned)}" : version.Strategy,
                Figures.Count(version.TrainingRows),
                .. metrics.Select(m => Figures.Metric(version.Metrics.GetValueOrDefault(m), MetricNames.Digits(m))),
                Figures.Count(version.Trees),
                version.Role == "pruned" ? Figures.Missing : Figures.Bytes(version.SizeBytes),
                Figures.Seconds(version.Seconds),
                version.Override is null ? version.Decision ?? "" : $"{version.Decision ?? "never judged"}, overridden",
            ]);
        }

        return table;
    }

    private static void WriteCompanion(Screen screen, IReadOnlyList<VersionResponse> versions, string[] metrics)
    {
        if (versions.FirstOrDefault(v => v is { Role: "champion", Quick: not null }) is not { } champion)
            return;
        string measured = string.Join(", ", metrics.Select(m => $"{MetricNames.Display(m)} {Figures.Metric(champion.Quick!.Metrics.GetValueOrDefault(m), MetricNames.Digits(m))}"));
        screen.Blank();
        screen.Line($"  Tables are answered at once by the companion of {champion.Version}, {champion.Quick!.Learner}: {measured}.");
    }

    private static void WritePersons(Screen screen, IReadOnlyList<VersionResponse> versions)
    {
        VersionResponse[] overridden = [.. versions.Where(v => v.Override is not null)];
        ProposalResponse[] waiting = [.. versions.Select(v => v.Proposal).OfType<ProposalResponse>()];
        if (overridden.Length + waiting.Length > 0)
            screen.Blank();
        foreach (VersionResponse version in overridden)
            screen.Line($"  {version.Version}  {ProposalLines.Of(version.Override!)}");
        foreach (ProposalResponse proposal in waiting)
            ProposalLines.WriteWaiting(screen, proposal);
    }

    private static void WriteFeatureChanges(Screen screen, IReadOnlyList<VersionResponse> versions)
    {
        VersionResponse[] changed = [.. versions.Where(v => v.AddedFeatures.Count + v.RemovedFeatures.Count + v.Moved.Count > 0)];
        if (changed.Length > 0)
            screen.Blank();
        foreach (VersionResponse version in changed)
        {
            string moved = version.Moved.Count == 0 ? "" : $"matters more or less: {string.Join(", ", version.Moved.Take(MovesShown).Select(FeatureMoves.Of))}";
            string[] parts = [FeatureMoves.Change("added", version.AddedFeatures), FeatureMoves.Change("dropped", version.RemovedFeatures), moved];
            screen.Line($"  {version.Version}  {string.Join("; ", parts.Where(p => p.Length > 0))}");
        }
    }
}
