namespace Coppice.Server.Text.Terms;

/// <summary>The terms of one text: ascending indices into the vocabulary with their weights. A term that is not here weighs 0.</summary>
public readonly ref struct TermRow(ReadOnlySpan<int> indices, ReadOnlySpan<double> values)
{
    public ReadOnlySpan<int> Indices { get; } = indices;

    public ReadOnlySpan<double> Values { get; } = values;

    public int Count => Indices.Length;
}
