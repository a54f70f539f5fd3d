namespace Coppice.Server.Features;

/// <summary>What the inputs of a plan are called, and from which concept each takes what. Immutable and shared.</summary>
internal sealed class NoteNames
{
    public const int None = -1;

    private const string Prefix = NoteInputs.Prefix;

    public NoteNames(NotePlan plan)
    {
        var concepts = plan.Concepts;
        int[] own = [.. plan.Own ?? [.. Enumerable.Range(0, concepts.Count)]];
        // A concept is called by its label; where two share it, by both names.
        var shared = own.GroupBy(c => concepts[c].Label).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        string Label(int concept) => shared.Contains(concepts[concept].Label) ? $"{concepts[concept].Label} ({concepts[concept].Id})" : concepts[concept].Label;

        Concepts = [.. own.Select(c => $"{Prefix}\"{Label(c)}\"")];
        Buckets = [.. plan.Buckets.Select(b => $"{Prefix}bucket.{b}")];
        Pairs = [.. plan.Pairs.Select(p => $"{Prefix}pair.\"{Label(p.First)} + {Label(p.Second)}\"")];
        OwnOf = new int[concepts.Count];
        Array.Fill(OwnOf, None);
        for (int place = 0; place < own.Length; place++)
            OwnOf[own[place]] = place;
        var buckets = plan.Buckets.Select((bucket, place) => (bucket, place)).ToDictionary(b => b.bucket, b => b.place);
        BucketOf = [.. concepts.Select(c => c.Bucket is { } bucket ? buckets.GetValueOrDefault(bucket, None) : None)];
    }

    /// <summary>Inputs that count one concept.</summary>
    public string[] Concepts { get; }

    public string[] Buckets { get; }

    public string[] Pairs { get; }

    /// <summary>For each concept its place among <see cref="Concepts"/>, or <see cref="None"/>.</summary>
    public int[] OwnOf { get; }

    /// <summary>For each concept the place of its bucket, or <see cref="None"/>.</summary>
    public int[] BucketOf { get; }
}
