using System.Numerics;
using System.Runtime.CompilerServices;

namespace Coppice.Server.Text.Terms;

/// <summary>
/// Buffers for weighing one text after the other without allocating. Made by <see cref="TermVocabulary.NewScratch"/>; not for two threads at once,
/// and the row of one text lasts until the next.
/// </summary>
public sealed class TermScratch
{
    private const int Word = 64;

    // One more than there are terms: see Touch.
    private readonly int[] _counts;
    private readonly ulong[] _touched;
    private readonly int[] _indices;
    private readonly double[] _values;
    private int[] _tokens = [];

    internal TermScratch(int terms)
    {
        Terms = terms;
        _counts = new int[terms + 1];
        _touched = new ulong[(terms / Word) + 1];
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

    /// <summary>Counts a term once. The number behind the last term may be touched too and is forgotten: whether a term is kept cannot be predicted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Touch(int term)
    {
        _counts[term]++;
        _touched[term / Word] |= 1UL << (term % Word);
    }

    /// <summary>How many terms were touched.</summary>
    internal int CountTouched()
    {
        int count = 0;
        _touched[Terms / Word] &= ~(1UL << (Terms % Word));
        foreach (ulong word in _touched)
            count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>The row of what was touched, which is forgotten.</summary>
    internal TermRow Weigh(double[] idf, TermOptions options)
    {
        int count = Weigh(idf, options, _indices, _values);
        return new TermRow(_indices.AsSpan(0, count), _values.AsSpan(0, count));
    }

    /// <summary>Writes the row of what was touched, in ascending order, and forgets it.</summary>
    internal int Weigh(ReadOnlySpan<double> idf, TermOptions options, Span<int> indices, Span<double> values)
    {
        _counts[Terms] = 0;
        _touched[Terms / Word] &= ~(1UL << (Terms % Word));
        bool sublinear = options.Sublinear;
        var counts = _counts.AsSpan(0, idf.Length);
        var touched = _touched.AsSpan();
        int count = 0;
        double squares = 0;
        for (int word = 0; word < touched.Length; word++)
        {
            for (ulong bits = touched[word]; bits != 0; bits &= bits - 1)
            {
                int term = (word * Word) + BitOperations.TrailingZeroCount(bits);
                double frequency = counts[term];
                if (sublinear && frequency > 1)
                    frequency = 1 + Math.Log(frequency);
                double weight = frequency * idf[term];
                squares += weight * weight;
                counts[term] = 0;
                indices[count] = term;
                values[count++] = weight;
            }

            touched[word] = 0;
        }

        if (options.UnitLength && count > 0)
            Multiply(values[..count], 1 / Math.Sqrt(squares));
        return count;
    }

    private static void Multiply(Span<double> values, double factor)
    {
        foreach (ref double value in values)
            value *= factor;
    }
}
