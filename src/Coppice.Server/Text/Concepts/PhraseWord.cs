using System.Text;

namespace Coppice.Server.Text.Concepts;

/// <summary>A word of a note.</summary>
/// <param name="Folded">As it is compared.</param>
/// <param name="Start">First character, UTF-16.</param>
/// <param name="End">The character after the last, UTF-16.</param>
/// <param name="FollowsPause">Whether more than one blank or hyphen stands before it.</param>
internal readonly record struct PhraseWord(string Folded, int Start, int End, bool FollowsPause)
{
    /// <summary>The words of a note. A run of a script without blanks is one word: where its words end takes a dictionary to know.</summary>
    public static List<PhraseWord> Of(string note)
    {
        var words = new List<PhraseWord>();
        var table = FoldTable.Of(Folding.CaseAndAccents);
        int end = 0;
        for (int start = 0; start < note.Length; start++)
        {
            if (!IsOfWord(note, start, out bool blankless, out int width))
                continue;
            int pauseFrom = end;
            end = start;
            while (end < note.Length && IsOfWord(note, end, out bool other, out width) && other == blankless)
                end += width;
            string folded = table.Fold(note.AsSpan(start, end - start));
            if (folded.Length > 0)
                words.Add(new PhraseWord(folded, start, end, words.Count > 0 && note[pauseFrom..start] is not (" " or "-" or "'" or "’")));
            start = end - 1;
        }

        return words;
    }

    private static bool IsOfWord(string note, int at, out bool blankless, out int width)
    {
        bool isWhole = Rune.TryGetRuneAt(note, at, out Rune rune);
        width = isWhole ? rune.Utf16SequenceLength : 1;
        blankless = isWhole && Scripts.IsBlankless(rune);
        return isWhole && Scripts.IsOfWord(rune.Value);
    }
}
