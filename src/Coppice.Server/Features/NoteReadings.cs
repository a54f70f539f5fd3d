using Coppice.Server.Storage;
using Coppice.Server.Text.Concepts;

namespace Coppice.Server.Features;

/// <summary>
/// What notes say, in memory: a note is read once for all versions with the same lexicon, and a run pays for the notes that are new.
/// Notes never change, so what was read of them stays true.
/// </summary>
public sealed class NoteReadings
{
    /// <summary>Lexicons whose readings are kept, those asked for last.</summary>
    private const int MostLexicons = 4;

    private readonly Lock _gate = new();
    private readonly List<LexiconReadings> _kept = [];

    /// <summary>Reads notes by a lexicon within a session.</summary>
    internal NoteReader Reader(Session session, Lexicon lexicon) => new(session, Of(lexicon));

    /// <summary>Forgets everything; needed when notes were taken out of the database.</summary>
    public void Clear()
    {
        lock (_gate)
            _kept.Clear();
    }

    private LexiconReadings Of(Lexicon lexicon)
    {
        lock (_gate)
        {
            int place = _kept.FindIndex(k => k.Lexicon == lexicon || k.Lexicon.Fingerprint == lexicon.Fingerprint);
            var found = place < 0 ? new LexiconReadings(lexicon) : _kept[place];
            if (place == _kept.Count - 1 && place >= 0)
                return found;
            if (place >= 0)
                _kept.RemoveAt(place);
            else if (_kept.Count == MostLexicons)
                _kept.RemoveAt(0);
            _kept.Add(found);
            return found;
        }
    }
}
