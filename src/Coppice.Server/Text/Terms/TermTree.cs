using System.Text;

namespace Coppice.Server.Text.Terms;

/// <summary>The terms of a vocabulary by their tokens: from a token to the terms that begin with it. Immutable.</summary>
internal sealed class TermTree
{
    public const int Missing = -1;

    private readonly TokenTable _tokens;
    private readonly PairTable _pairs;
    private readonly Node[] _nodes;

    public TermTree(IReadOnlyList<string> terms)
    {
        _tokens = new TokenTable(terms.Count);
        _pairs = new PairTable(terms.Count);
        var nodes = new List<Node>();
        int next = 0;
        for (int column = 0; column < terms.Count; column++)
        {
            int node = Missing;
            foreach (string word in terms[column].Split(' '))
            {
                byte[] bytes = Encoding.UTF8.GetBytes(word);
                int token = _tokens.FindOrAdd([.. bytes, .. new byte[TokenKey.Reach]], 0, bytes.Length, ref next);
                int start = node;
                node = start == Missing ? token : _pairs.FindOrAdd(start, token, ref next);
                while (nodes.Count < next)
                    nodes.Add(new Node(Missing, IsStart: false));
                if (start != Missing)
                    nodes[start] = nodes[start] with { IsStart = true };
            }

            nodes[node] = nodes[node] with { Column = column };
        }

        _nodes = [.. nodes];
    }

    /// <summary>The number of a token that is part of a term, or <see cref="Missing"/>.</summary>
    public int Find(byte[] text, int start, int length) => _tokens.Find(text, start, length);

    /// <summary>The term at a number, and whether longer terms begin with it.</summary>
    public Node this[int number] => _nodes[number];

    /// <summary>The number of a term made longer by a token, or <see cref="Missing"/>.</summary>
    public int Lengthen(int number, int token) => _pairs.Find(number, token);

    /// <summary>Column is <see cref="Missing"/> for what is only part of terms.</summary>
    internal readonly record struct Node(int Column, bool IsStart);
}
