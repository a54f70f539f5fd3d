using System.Runtime.InteropServices;
using Coppice.Server.Customers;
using Coppice.Server.Text.Concepts;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Features;

/// <summary>Chooses the concepts, buckets and pairs that are inputs, by how many customers' notes name them as far as was known at a time.</summary>
internal sealed class NotePlanner(NoteHistory history, NoteReader reader, long knownBy)
{
    /// <summary>The newest notes, which decide.</summary>
    public const int MostNotes = 100_000;

    /// <summary>A bucket for every concept says no more than the concepts.</summary>
    private const int MostBuckets = 50;

    private readonly long _firstId = FirstId(history, knownBy);

    public NotePlan Plan(Lexicon lexicon, NoteRecipe recipe)
    {
        int[] named = new int[lexicon.Concepts.Count];
        var buckets = new Dictionary<string, int>();
        var met = new HashSet<string>();
        foreach (var concepts in Customers(named.Length))
        {
            met.Clear();
            foreach (int concept in concepts)
            {
                named[concept]++;
                if (lexicon.Concepts[concept].Bucket is { } bucket && met.Add(bucket))
                    buckets[bucket] = buckets.GetValueOrDefault(bucket) + 1;
            }
        }

        int[] own = [.. Enumerable.Range(0, named.Length)
            .Where(c => named[c] >= recipe.FewestCustomers)
            .OrderByDescending(c => named[c]).ThenBy(c => lexicon.Concepts[c].Id, StringComparer.Ordinal)
            .Take(recipe.MostConcepts)
            .Order()];
        return new NotePlan
        {
            Concepts = lexicon.Concepts,
            Lexicon = lexicon,
            Own = own,
            Buckets = recipe.Buckets ? Frequent(buckets, recipe.FewestCustomers) : [],
            Counts = recipe.Counts,
            Pairs = recipe.MostPairs > 0 ? Pairs(own, recipe, named.Length) : [],
        };
    }

    private static string[] Frequent(Dictionary<string, int> buckets, int fewest) => [.. buckets
        .Where(b => b.Value >= fewest)
        .OrderByDescending(b => b.Value).ThenBy(b => b.Key, StringComparer.Ordinal)
        .Take(MostBuckets)
        .Select(b => b.Key)
        .Order(StringComparer.Ordinal)];

    private ConceptPair[] Pairs(int[] own, NoteRecipe recipe, int concepts)
    {
        bool[] isOwn = new bool[concepts];
        foreach (int concept in own)
            isOwn[concept] = true;
        var counts = new Dictionary<ConceptPair, int>();
        foreach (var named in Customers(concepts))
        {
            int[] some = [.. named.Where(c => isOwn[c]).Order()];
            for (int i = 0; i < some.Length; i++)
            {
                for (int j = i + 1; j < some.Length; j++)
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, new ConceptPair(some[i], some[j]), out _)++;
            }
        }

        return [.. counts
            .Where(p => p.Value >= recipe.FewestCustomers)
            .OrderByDescending(p => p.Value).ThenBy(p => p.Key.First).ThenBy(p => p.Key.Second)
            .Take(recipe.MostPairs)
            .Select(p => p.Key)];
    }

    /// <summary>The concepts that each customer's notes name, each once. Good until the next.</summary>
    private IEnumerable<List<int>> Customers(int concepts)
    {
        int[] lastMet = new int[concepts];
        var met = new List<int>();
        for (int customer = 0; customer < history.CustomerIds.Length; customer++)
        {
            met.Clear();
            for (int i = history.Starts[customer]; i < history.Starts[customer + 1]; i++)
            {
                var note = history.Notes[i];
                if (note.KnownTime > knownBy || note.Id < _firstId)
                    continue;
                foreach (int concept in reader[note.Id].Concepts)
                {
                    if (lastMet[concept] == customer + 1)
                        continue;
                    lastMet[concept] = customer + 1;
                    met.Add(concept);
                }
            }

            yield return met;
        }
    }

    private static long FirstId(NoteHistory history, long knownBy)
    {
        if (history.Notes.Length <= MostNotes)
            return 0;
        long[] ids = [.. history.Notes.Where(n => n.KnownTime <= knownBy).Select(n => n.Id).Order()];
        return ids.Length <= MostNotes ? 0 : ids[^MostNotes];
    }
}
