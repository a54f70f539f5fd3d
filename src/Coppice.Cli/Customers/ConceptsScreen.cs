using Coppice.Cli.Invocation;
using Coppice.Cli.Terminal;
using Coppice.Client;

namespace Coppice.Cli.Customers;

/// <summary>What <c>coppice concepts</c> writes: a CSV, JSON, or a line about the file it wrote.</summary>
internal static class ConceptsScreen
{
    private const int WarningsShown = 3;

    public static async Task WriteAsync(CommandContext context, ConceptsResponse found, string? destination, CancellationToken cancellationToken)
    {
        if (destination is not null)
            await File.WriteAllLinesAsync(destination, Csv(found), cancellationToken);
        if (context.IsJson)
            context.Screen.Json(found);
        else if (destination is null)
        {
            foreach (string line in Csv(found))
                context.Screen.Raw(line);
        }
        else
        {
            int concepts = found.Matches.Select(m => m.ConceptId).Distinct(StringComparer.Ordinal).Count();
            context.Screen.Line($"{Figures.Counted(found.Matches.Count, "match", "matches")} of {Figures.Counted(concepts, "concept")} in {Figures.Counted(found.Notes, "note")} → {destination} · {Figures.Seconds(found.Seconds)}");
        }
    }

    public static int Conclude(Screen screen, ConceptsResponse found, string? rejected)
    {
        foreach (string warning in found.Warnings.Take(WarningsShown))
            screen.Complain($"lexicon, {warning}");
        if (found.WarningCount > WarningsShown)
            screen.Complain($"and {Figures.Count(found.WarningCount - WarningsShown)} more like that in the lexicon");
        return Conclude(screen, found.SetAside, found.Rejects, rejected);
    }

    public static int Conclude(Screen screen, long setAside, IReadOnlyList<RejectedRow> rejects, string? rejected)
    {
        if (setAside == 0)
            return ExitCode.Done;
        screen.Complain($"{Figures.Counted(setAside, "row")} set aside in {rejected}: {rejects.Select(r => r.Reason).FirstOrDefault()}");
        return ExitCode.SomeRowsSetAside;
    }

    private static IEnumerable<string> Csv(ConceptsResponse found) =>
        found.Matches
            .Select(m => $"{CsvText.Field(m.ClientId)},{CsvText.Field(m.ConceptId)},{CsvText.Field(m.MatchedAlias)},{m.Start},{m.End}")
            .Prepend("client_id,concept_id,matched_alias,start,end");
}
