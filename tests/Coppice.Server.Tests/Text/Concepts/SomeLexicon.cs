using System.Text;
using Coppice.Server.Text.Concepts;

namespace Coppice.Server.Tests.Text.Concepts;

/// <summary>Lexicons of a few words, and what is found with them.</summary>
internal static class SomeLexicon
{
    /// <summary>Concepts written as <c>gift: cadeau|regalo</c>; the id is the label.</summary>
    public static Lexicon Of(params string[] concepts) =>
        new([.. concepts.Select(c => c.Split(": ")).Select(c => new Concept(c[0], c[0], c.Length > 1 ? c[1].Split('|') : []))]);

    /// <summary>What is found in a note, as <c>concept=the words of the note</c>.</summary>
    public static IEnumerable<string> Find(this Lexicon lexicon, string note, MatchRules? rules = null) =>
        ConceptMatcher.Compile(lexicon, rules).Find(note);

    public static IEnumerable<string> Find(this ConceptMatcher matcher, string note)
    {
        var matches = new List<ConceptMatch>();
        matcher.Find(Encoding.UTF8.GetBytes(note), new NoteSymbols(), matches);
        return matches.Select(m => $"{matcher.Phrases[m.Phrase].Concept.Id}={note[m.Start..m.End]}");
    }
}
