namespace Coppice.Server.Text.Amounts;

/// <summary>Words by their outermost letter, so that a place in a note is compared with the few that could stand there and not with all.</summary>
internal sealed class WordIndex
{
    private readonly AmountWord[][] _ascii = new AmountWord[128][];
    private readonly Dictionary<char, AmountWord[]> _others = [];

    private WordIndex(ReadOnlySpan<AmountWord> words, Index letter)
    {
        Array.Fill(_ascii, []);
        foreach (var word in words)
        {
            char key = char.ToUpperInvariant(word.Text[letter]);
            AmountWord[] same = [.. this[key], word];
            if (char.IsAscii(key))
                _ascii[key] = _ascii[char.ToLowerInvariant(key)] = same;
            else
                _others[key] = same;
        }
    }

    public static WordIndex ByFirst(AmountWord[] words) => new(words, 0);

    public static WordIndex ByLast(AmountWord[] words) => new(words, ^1);

    public static WordIndex ByFirst(params string[] words) => new(Array.ConvertAll(words, w => new AmountWord(w)), 0);

    public static WordIndex ByLast(params string[] words) => new(Array.ConvertAll(words, w => new AmountWord(w)), ^1);

    /// <summary>The words with a letter, in the order of their list; capital or small is the same.</summary>
    public ReadOnlySpan<AmountWord> this[char letter] =>
        char.IsAscii(letter) ? _ascii[letter] : _others.TryGetValue(char.ToUpperInvariant(letter), out var words) ? words : [];
}
