using System.Text;

namespace Coppice.Server.Text.Terms;

/// <summary>The terms of a vocabulary by their tokens: from a token to the terms that begin with it. Immutable.</summary>
internal sealed class TermTree
{
    public const int Missing = -1;

    private readonly TokenTable _tokens;
    private readonly PairTable _pairs;
    private Node[] _nodes;

    public TermTree(IReadOnlyList<string> terms)
    {
        _tokens = new TokenTable(terms.Count);
        _pairs = new PairTable(terms.Count);
        _nodes = new Node[2 * terms.Count];
        byte[] text = [];
        int count = 0;
        for (int column = 0; column < terms.Count; column++)
        {
            int most = Encoding.UTF8.GetMaxByteCount(terms[column].Length) + TokenKey.Reach;
            if (text.Length < most)
                text = new byte[2 * most];
            int number = Add(text, Encoding.UTF8.GetBytes(terms[column], text), ref count);
            ref var node = ref _nodes[number];
            if (node.Column != Missing)
                throw new ArgumentException($"Every term was expected once; \"{terms[column]}\" is there twice.", nameof(terms));
            node = node with { Place = column + 1 };
        }
    }

    /// <summary>The number of a token that is part of a term, or <see cref="Missing"/>.</summary>
    public int Find(byte[] text, int start, int length) => _tokens.Find(text, start, length);

    /// <summary>The term at a number, and whether longer terms begin with it.</summary>
    public Node this[int number] => _nodes[number];

    /// <summary>The number of a term made longer by a token, or <see cref="Missing"/>.</summary>
    public int Lengthen(int number, int token) => _pairs.Find(number, token);

    private int Add(byte[] text, int length, ref int count)
    {
        int number = Missing;
        for (int start = 0; start <= length;)
        {
            int space = text.AsSpan(start, length - start).IndexOf((byte)' ');
            int end = space < 0 ? length : start + space;
            if (end == start)
                throw new ArgumentException($"Terms were expected to be tokens with one space between them; found \"{Encoding.UTF8.GetString(text, 0, length)}\".", nameof(text));

            // A token adds at most itself and the term that ends with it.
            if (count + 2 > _nodes.Length)
                Array.Resize(ref _nodes, 2 * (count + 2));
            int token = _tokens.FindOrAdd(text, start, end - start, ref count);
            if (number != Missing)
            {
                _nodes[number] = _nodes[number] with { IsStart = true };
                token = _pairs.FindOrAdd(number, token, ref count);
            }

            number = token;
            start = end + 1;
        }

        return number;
    }

    /// <summary>A place is a column plus one, so that 0 is what is only part of terms.</summary>
    internal readonly record struct Node(int Place, bool IsStart)
    {
        public int Column => Place - 1;
    }
}
