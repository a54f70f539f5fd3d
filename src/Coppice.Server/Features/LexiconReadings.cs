using Coppice.Server.Text.Concepts;

namespace Coppice.Server.Features;

/// <summary>What notes say by one lexicon, kept by the note's number. For any number of threads.</summary>
internal sealed class LexiconReadings
{
    /// <summary>What is read of further notes is not kept: a hundred thousand take some 15 MB.</summary>
    private const int MostNotes = 100_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<long, NoteReading> _kept = [];

    public LexiconReadings(Lexicon lexicon)
    {
        Lexicon = lexicon;
        var places = lexicon.Concepts.Select((c, place) => (c.Id, place)).ToDictionary(c => c.Id, c => c.place);
        ConceptOf = [.. lexicon.Matcher.Phrases.Select(p => places[p.Concept.Id])];
    }

    public Lexicon Lexicon { get; }

    /// <summary>The place of the concept that a phrase of the matcher names.</summary>
    public int[] ConceptOf { get; }

    public NoteReading? Find(long noteId)
    {
        lock (_gate)
            return _kept.GetValueOrDefault(noteId);
    }

    public void Keep(long noteId, NoteReading reading)
    {
        lock (_gate)
        {
            if (_kept.Count < MostNotes)
                _kept.TryAdd(noteId, reading);
        }
    }
}
