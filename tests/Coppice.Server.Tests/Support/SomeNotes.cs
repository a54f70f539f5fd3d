using System.Globalization;
using System.Text;
using Coppice.Server.Simulation;
using Coppice.Server.Statistics;

namespace Coppice.Server.Tests.Support;

/// <summary>Notes in two languages, as a table, and what came of them: whoever is keen mostly buys.</summary>
internal static class SomeNotes
{
    /// <summary>Models that learn from notes and reported outcomes.</summary>
    public const string Definition = """
        workspace: test
        models:
          purchase:
            predicts: probability
            label: { column: purchased, positive: "1" }
            features: [notes]
            columns: { customer: client_id, time: date }
        gates: { preset: eager }

        """;

    public const string Header = "ID,Date,Duration,Language,Transcription\n";

    private static readonly NotePhrases[] Languages = [NotePhrases.ByLanguage["fr"], NotePhrases.ByLanguage["en"]];

    /// <summary>One note a customer, one a day backwards from <paramref name="last"/>, and their outcomes thirty days later.</summary>
    public static (string Notes, string Outcomes) Table(int customers, DateTimeOffset last, ulong seed = 1, int perDay = 4)
    {
        var random = new SplitMix64(seed);
        var notes = new StringBuilder(Header);
        var outcomes = new StringBuilder("client_id,purchased,date\n");
        for (int i = 0; i < customers; i++)
        {
            var day = last.AddDays(-((customers - 1 - i) / perDay));
            bool keen = random.NextDouble() < 0.5;
            notes.Append(Row($"c{i}", day, keen, random));
            outcomes.Append(CultureInfo.InvariantCulture, $"c{i},{(random.NextDouble() < (keen ? 0.9 : 0.1) ? 1 : 0)},{day.AddDays(30):yyyy-MM-dd}\n");
        }

        return (notes.ToString(), outcomes.ToString());
    }

    public static string Row(string customer, DateTimeOffset day, bool keen, SplitMix64 random)
    {
        var phrases = Languages[random.NextBelow(Languages.Length)];
        var intents = keen ? phrases.Keen : phrases.Idle;
        string text = intents[random.NextBelow(2)].Text.Replace("{0}", phrases.Categories[0], StringComparison.Ordinal);
        return $"{customer},{day:yyyy-MM-dd},20 min,{phrases.Language},\"{text}\"\n";
    }

    /// <summary>A server whose model <c>purchase</c> has learnt from 600 notes.</summary>
    public static async Task<ServedWorkspace> TrainedAsync()
    {
        var workspace = await ServedWorkspace.EmptyAsync(definition: Definition);
        var (notes, outcomes) = Table(600, TimeProvider.System.GetUtcNow().AddDays(-31));
        await workspace.ImportAsync("notes", notes);
        await workspace.ImportAsync("outcomes", outcomes);
        await workspace.RetrainAsync("purchase");
        return workspace;
    }
}
