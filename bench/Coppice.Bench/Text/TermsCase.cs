using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Coppice.Bench.Measurements;
using Coppice.Bench.Processes;
using Coppice.Client;
using Coppice.Server.Text.Terms;

namespace Coppice.Bench.Text;

/// <summary>
/// TF-IDF of 2,000 notes and of one, beside scikit-learn on the same texts, one thread each: ours from UTF-8, as notes are stored and sent, the peer's from
/// Python's strings. Vocabulary and weights are compared before anything is timed.
/// </summary>
internal static class TermsCase
{
    private const string Bench = "text";
    private const string PeerName = "scikit-learn's TfidfVectorizer (bench/peers/terms_sklearn.py)";
    private const int Pairs = 7;
    private const int Repeats = 15;
    private const int WarmUp = 60;
    private const int Singles = 500;
    private const double Tolerance = 1e-6;
    private const double Must = 15;
    private const double Aim = 20;
    private const double MustOfOne = 60;
    private const double AimOfOne = 100;

    private static readonly string Peer = Path.Combine(Surroundings.Root, "bench", "peers", "terms_sklearn.py");

    private static readonly TermOptions Fast = new()
    {
        LongestGram = 2,
        LeastDocuments = DocumentBound.Count(2),
        MostDocuments = DocumentBound.ShareOf(0.8),
        MostTerms = 500,
    };

    private static readonly TermOptions Elite = Fast with { LongestGram = 3, MostDocuments = DocumentBound.ShareOf(0.9), MostTerms = 800, Sublinear = true };

    public static async Task RunAsync(BenchReport report, CancellationToken cancellationToken)
    {
        if ((NoteCorpora.Missing ?? await PeerScript.MissingAsync("sklearn", cancellationToken)) is { } missing)
        {
            report.Add(new SkippedLine(Bench, "terms", missing));
            return;
        }

        var notes = NoteCorpora.Notes();
        var concepts = NoteCorpora.Concepts();
        await RunAsync(report, "terms.fast", notes, Fast, cancellationToken);
        await RunAsync(report, "terms.elite", notes, Elite, cancellationToken);
        await RunAsync(report, "terms.concepts.fast", concepts, Fast, cancellationToken);
        await RunAsync(report, "terms.concepts.elite", concepts, Elite, cancellationToken);
        await RunAsync(report, "terms.defaults", notes, new TermOptions(), cancellationToken);
    }

    private static async Task RunAsync(BenchReport report, string name, IReadOnlyList<string> texts, TermOptions options, CancellationToken cancellationToken)
    {
        using var workspace = new BenchWorkspace();
        workspace.Write("texts.json", JsonSerializer.Serialize(texts));
        string recipe = JsonSerializer.Serialize(options, CoppiceJson.Options);
        Task<IReadOnlyList<JsonElement>> AskAsync(string what) =>
            PeerScript.RunAsync(Peer, [what, Path.Combine(workspace.Folder, "texts.json"), recipe], cancellationToken);

        BenchReport.Tell($"{name}: comparing");
        ReadOnlyMemory<byte>[] notes = [.. texts.Select(Encoding.UTF8.GetBytes)];
        bool equal = IsEqual((await AskAsync("weights"))[0], notes, options);
        var vocabulary = TermVocabulary.Fit(notes, options);
        var scratch = vocabulary.NewScratch();
        for (int i = 0; i < WarmUp; i++)
        {
            TermVocabulary.FitTransform(notes, options);
            One(vocabulary, scratch, notes);
        }

        var ours = new List<(double Fit, double One)>();
        var peers = new List<(double Fit, double One)>();
        for (int pair = 1; pair <= Pairs; pair++)
        {
            BenchReport.Tell($"{name}: pair {pair} of {Pairs}");
            ours.Add((Median(() => TermVocabulary.FitTransform(notes, options)), Median(() => One(vocabulary, scratch, notes)) / Singles));
            var peer = (await AskAsync("seconds"))[0];
            peers.Add((peer.GetProperty("fit_transform").GetDouble(), peer.GetProperty("one").GetDouble()));
        }

        Add(report, name, "ms", 1e3, [.. ours.Select(o => o.Fit)], [.. peers.Select(p => p.Fit)], equal, Must, Aim);
        Add(report, name + ".one", "us", 1e6, [.. ours.Select(o => o.One)], [.. peers.Select(p => p.One)], equal, MustOfOne, AimOfOne);
    }

    private static void One(TermVocabulary vocabulary, TermScratch scratch, ReadOnlyMemory<byte>[] notes)
    {
        for (int i = 0; i < Singles; i++)
            vocabulary.Weigh(notes[i].Span, scratch);
    }

    private static double Median(Action work)
    {
        var seconds = new List<double>();
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            long began = Stopwatch.GetTimestamp();
            work();
            seconds.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
        }

        return Medians.Of(seconds);
    }

    private static bool IsEqual(JsonElement peer, ReadOnlyMemory<byte>[] notes, TermOptions options)
    {
        var (vocabulary, rows) = TermVocabulary.FitTransform(notes, options);
        if (!vocabulary.Terms.SequenceEqual(peer.GetProperty("terms").EnumerateArray().Select(t => t.GetString())))
            return false;
        double largest = 0;
        int row = 0;
        foreach (var expected in peer.GetProperty("rows").EnumerateArray())
        {
            var found = rows[row++];
            if (!found.Indices.SequenceEqual([.. expected[0].EnumerateArray().Select(i => i.GetInt32())]))
                return false;
            for (int i = 0; i < found.Count; i++)
                largest = Math.Max(largest, Math.Abs(found.Values[i] - expected[1][i].GetDouble()));
        }

        BenchReport.Tell($"largest difference {largest:0.0e+0}");
        return row == rows.Rows && largest <= Tolerance;
    }

    private static void Add(BenchReport report, string name, string unit, double scale, double[] ours, double[] peers, bool equal, double must, double aim)
    {
        var ratio = RatioRange.OfLess(ours, peers);
        report.Add(new BenchLine(Bench, name, unit == "ms" ? "fit_transform_ms" : "note_us", unit)
        {
            Ours = Medians.Of(ours) * scale,
            Peer = Medians.Of(peers) * scale,
            PeerName = PeerName,
            Ratio = ratio,
            Equal = equal,
            Must = must,
            Aim = aim,
            Holds = ratio is not null && Math.Round(ratio.Median, 2) >= must,
        });
    }
}
