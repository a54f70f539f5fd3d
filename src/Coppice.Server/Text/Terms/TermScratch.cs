using System.Numerics;

namespace Coppice.Server.Text.Terms;

/// <summary>
/// Buffers for weighing one text after the other without allocating. Made by <see cref="TermVocabulary.NewScratch"/>; not for two threads at once,
/// and the row of one text lasts until the next.
/// </summary>
public sealed class TermScratch
{
    private const int Word = 64;

    private readonly int[] _counts;
    private readonly ulong[] _touched;
    private readonly ulong[] _touchedWords;
    private readonly int[] _indices;
    private readonly double[] _values;
    private int[] _tokens = [];

    internal TermScratch(int terms)
    {
        Terms = terms;
        _counts = new int[terms];
        _touched = new ulong[(terms + Word - 1) / Word];
        _touchedWords = new ulong[(_touched.Length + Word - 1) / Word];
        _indices = new int[terms];
        _values = new double[terms];
    }

    internal int Terms { get; }

    internal TokenScanner Scanner { get; } = new();

    internal Span<int> Tokens(int count)
    {
        if (_tokens.Length < count)
            _tokens = new int[2 * count];
        return _tokens.AsSpan(0, count);
    }

    internal void Touch(int term)
    {
        _counts[term]++;
        int word = term / Word;
        _touched[word] |= 1UL << (term % Word);
        _touchedWords[word / Word] |= 1UL << (word % Word);
    }

    /// <summary>Weighs what was touched, in ascending order, and forgets it.</summary>
    internal TermRow Weigh(double[] idf, TermOptions options)
    {
        int count = 0;
        double squares = 0;
        for (int group = 0; group < _touchedWords.Length; group++)
        {
            for (ulong words = _touchedWords[group]; words != 0; words &= words - 1)
            {
                int word = (group * Word) + BitOperations.TrailingZeroCount(words);
                for (ulong bits = _touched[word]; bits != 0; bits &= bits - 1)
                {
                    int term = (word * Word) + BitOperations.TrailingZeroCount(bits);
                    double weight = Frequency(_counts[term], options) * idf[term];
                    squares += weight * weight;
                    _counts[term] = 0;
                    _indices[count] = term;
                    _values[count++] = weight;
                }

                _touched[word] = 0;
            }

            _touchedWords[group] = 0;
        }

        if (options.UnitLength && count > 0)
            Divide(_values.AsSpan(0, count), Math.Sqrt(squares));
        return new TermRow(_indices.AsSpan(0, count), _values.AsSpan(0, count));
    }

    private static double Frequency(int count, TermOptions options) => count == 1 || !options.Sublinear ? count : 1 + Math.Log(count);

    private static void Divide(Span<double> values, double divisor)
    {
        foreach (ref double value in values)
            value /= divisor;
    }
}
