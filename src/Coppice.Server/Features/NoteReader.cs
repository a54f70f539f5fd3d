using System.Text;
using Coppice.Server.Customers;
using Coppice.Server.Storage;
using Coppice.Server.Text.Amounts;
using Coppice.Server.Text.Concepts;

namespace Coppice.Server.Features;

/// <summary>Tells what notes say within one session, from memory or from their texts, in buffers that are used again. For one thread at a time.</summary>
internal sealed class NoteReader(Session session, LexiconReadings readings) : IDisposable
{
    private readonly List<ConceptMatch> _matches = [];
    private readonly List<Amount> _amounts = [];
    private NoteTexts? _texts;
    private NoteSymbols? _symbols;
    private char[] _characters = [];

    public NoteReading this[long noteId]
    {
        get
        {
            if (readings.Find(noteId) is { } known)
                return known;
            var reading = (_texts ??= NoteStore.Texts(session)).Read(noteId, Read);
            readings.Keep(noteId, reading);
            return reading;
        }
    }

    public void Dispose() => _texts?.Dispose();

    private NoteReading Read(ReadOnlySpan<byte> text)
    {
        _matches.Clear();
        readings.Lexicon.Matcher.Find(text, _symbols ??= new NoteSymbols(), _matches);
        int[] concepts = new int[_matches.Count];
        for (int i = 0; i < concepts.Length; i++)
            concepts[i] = readings.ConceptOf[_matches[i].Phrase];

        if (_characters.Length < text.Length)
            _characters = new char[Math.Max(text.Length, 2 * _characters.Length)];
        int length = Encoding.UTF8.GetChars(text, _characters);
        _amounts.Clear();
        AmountReader.Find(_characters.AsSpan(0, length), _amounts);
        return new NoteReading(concepts, Largest(), length);
    }

    private float Largest()
    {
        double largest = double.NaN;
        foreach (var amount in _amounts)
        {
            double named = double.IsFinite(amount.High) ? amount.High : amount.Low;
            if (!(named <= largest))
                largest = named;
        }

        return (float)largest;
    }
}
