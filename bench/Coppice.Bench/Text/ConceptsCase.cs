using System.Diagnostics;
using Coppice.Bench.Measurements;
using Coppice.Bench.Processes;
using Coppice.Server.Text.Concepts;

namespace Coppice.Bench.Text;

/// <summary>Concepts of 2,000 notes, one thread, beside two Python programs that find the same matches.</summary>
internal static class ConceptsCase
{
    private const string Case = "concepts";
    private const int Pairs = 5;
    private const int Passes = 51;
    private const double Must = 100;
    private const double Aim = 500;

    private static readonly string Peer = Path.Combine(Surroundings.Root, "bench", "peers", "concepts_re.py");

    /// <summary>What the peers do: accents count, and a word ends at blanks and punctuation only.</summary>
    private static readonly MatchRules PeerRules = new() { Folding = Folding.Case, WordEnds = WordEnds.AtBlanks };

    public static async Task RunAsync(BenchReport report, CancellationToken cancellationToken)
    {
        if ((Surroundings.Missing(ConceptNotes.LexiconPath, ConceptNotes.NotesPath) ?? await PeerScript.MissingAsync("re", cancellationToken)) is { } missing)
        {
            report.Add(new SkippedLine(TextBenchmark.Name, Case, missing));
            return;
        }

        var notes = new ConceptNotes();
        var matcher = ConceptMatcher.Compile(notes.Lexicon, PeerRules);
        var ours = new List<double>();
        var peers = new Dictionary<string, List<double>> { ["re"] = [], ["dict"] = [] };
        bool equal = true;
        using var folder = new BenchWorkspace();
        string output = folder.PathOf("matches.csv");
        for (int pair = 1; pair <= Pairs; pair++)
        {
            BenchReport.Tell($"{Case}: pair {pair} of {Pairs}");
            foreach (var line in await PeerScript.RunAsync(Peer, [ConceptNotes.LexiconPath, ConceptNotes.NotesPath, output], cancellationToken))
                peers[line.GetProperty("peer").GetString()!].Add(line.GetProperty("seconds").GetDouble());
            if (pair == 1)
                equal = notes.Describe(matcher).SequenceEqual(await File.ReadAllLinesAsync(output, cancellationToken));
            ours.Add(Measure(notes, matcher));
        }

        AddLine("", "re", "Python re, one alternation of all phrases, over text folded before", Must, Aim);
        AddLine(".dict", "dict", "Python, words looked up in a dictionary of phrases, over text folded before", null, null);
        double folded = Measure(notes, ConceptMatcher.Compile(notes.Lexicon));
        report.Add(new BenchLine(TextBenchmark.Name, Case + ".default", "us_per_note", "us") { Ours = folded, Equal = equal });

        void AddLine(string suffix, string peer, string name, double? must, double? aim)
        {
            var others = peers[peer].ConvertAll(s => s * 1e6 / notes.Count);
            var ratio = RatioRange.OfLess(ours, others);
            report.Add(new BenchLine(TextBenchmark.Name, Case + suffix, "us_per_note", "us")
            {
                Ours = Medians.Of(ours),
                Peer = Medians.Of(others),
                PeerName = $"{name} (bench/peers/concepts_re.py)",
                Ratio = ratio,
                Equal = equal,
                Must = must,
                Aim = aim,
                Holds = must is null ? null : ratio is not null && Math.Round(ratio.Median, 2) >= must,
            });
        }
    }

    /// <summary>Microseconds a note, folding included: the median of many passes over all notes.</summary>
    private static double Measure(ConceptNotes notes, ConceptMatcher matcher)
    {
        var buffer = new NoteSymbols();
        var matches = new List<ConceptMatch>();
        // Compiled for good before it is timed.
        for (int pass = 0; pass < Passes; pass++)
            notes.Find(matcher, buffer, matches);
        var times = new List<double>();
        for (int pass = 0; pass < Passes; pass++)
        {
            long began = Stopwatch.GetTimestamp();
            notes.Find(matcher, buffer, matches);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds / notes.Count);
        }

        return Medians.Of(times);
    }
}
