using System.Text;
using Coppice.Server.Customers;
using Coppice.Server.Storage;
using Coppice.Server.Text;
using Coppice.Server.Text.Amounts;
using Coppice.Server.Text.Concepts;

namespace Coppice.Server.Features;

/// <summary>Finds the words of customers' notes that stand behind an input, within one session. For one thread at a time.</summary>
public sealed class NoteQuotes : IDisposable
{
    private const string Amount = NoteInputs.Prefix + "amount";

    private readonly Session _session;
    private readonly NoteStore _notes;
    private readonly NotePlan _plan;
    private readonly NoteTexts _texts;
    private readonly NoteSymbols _symbols = new();
    private readonly Dictionary<string, HashSet<string>> _behind = [];
    private (long Id, string Text, List<ConceptMatch> Matches) _read = (0, "", []);
    private (long Customer, StoredNote[] Notes) _history = (0, []);

    public NoteQuotes(Session session, NoteStore notes, NotePlan plan)
    {
        _session = session;
        _notes = notes;
        _plan = plan;
        _texts = NoteStore.Texts(session);
        var names = plan.Names;
        string Id(int place) => plan.Concepts[place].Id;
        for (int place = 0; place < names.OwnOf.Length; place++)
        {
            if (names.OwnOf[place] != NoteNames.None)
                _behind[names.Concepts[names.OwnOf[place]]] = [Id(place)];
        }

        for (int i = 0; i < names.Pairs.Length; i++)
            _behind[names.Pairs[i]] = [Id(plan.Pairs[i].First), Id(plan.Pairs[i].Second)];
    }

    /// <summary>The words of the newest note that names it; null where none does, or the input is no such one.</summary>
    public string? Of(ExampleKey key, string input)
    {
        var wanted = _behind.GetValueOrDefault(input);
        if (wanted is null && input != Amount)
            return null;
        if (_history.Customer != key.CustomerId)
            _history = (key.CustomerId, _notes.Load(_session, [key.CustomerId]).Of(key.CustomerId).ToArray());
        foreach (var note in _history.Notes.Reverse())
        {
            if (note.EventTime >= key.AsOf || note.KnownTime > key.AsOf)
                continue;
            Read(note.Id);
            if ((wanted is null ? LargestAmount() : Match(wanted)) is { } place)
                return Excerpt.Around(_read.Text, place.Start, place.End);
        }

        return null;
    }

    public void Dispose() => _texts.Dispose();

    private (int Start, int End)? Match(HashSet<string> wanted)
    {
        foreach (var match in _read.Matches)
        {
            if (wanted.Contains(_plan.Lexicon.Matcher.Phrases[match.Phrase].Concept.Id))
                return (match.Start, match.End);
        }

        return null;
    }

    private (int Start, int End)? LargestAmount()
    {
        var amounts = new List<Amount>();
        AmountReader.Find(_read.Text, amounts);
        if (amounts.Count == 0)
            return null;
        var largest = amounts.MaxBy(a => double.IsFinite(a.High) ? a.High : a.Low);
        return (largest.Start, largest.End);
    }

    private void Read(long noteId)
    {
        if (_read.Id == noteId)
            return;
        var matches = new List<ConceptMatch>();
        string text = _texts.Read(noteId, bytes =>
        {
            _plan.Lexicon.Matcher.Find(bytes, _symbols, matches);
            return Encoding.UTF8.GetString(bytes);
        });
        _read = (noteId, text, matches);
    }
}
