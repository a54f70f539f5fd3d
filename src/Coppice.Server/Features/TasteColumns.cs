namespace Coppice.Server.Features;

/// <summary>Where a customer's products lie on average, as often as each was taken; missing where none of them has a place.</summary>
internal sealed class TasteColumns
{
    private readonly Dictionary<long, float[]> _placeOf;
    private readonly float[][] _columns;
    private readonly double[] _sums;
    private int _taken;

    public TasteColumns(InputTable table, TastePlan plan)
    {
        _placeOf = plan.Products.Zip(plan.Places).ToDictionary(p => p.First, p => p.Second);
        _columns = [.. plan.Columns.Select(name => table[name].Numbers)];
        _sums = new double[_columns.Length];
    }

    public void Clear()
    {
        Array.Clear(_sums);
        _taken = 0;
    }

    public void Add(long product)
    {
        if (!_placeOf.TryGetValue(product, out float[]? place))
            return;
        _taken++;
        for (int factor = 0; factor < _sums.Length; factor++)
            _sums[factor] += place[factor];
    }

    public void Write(int row)
    {
        for (int factor = 0; _taken > 0 && factor < _sums.Length; factor++)
            _columns[factor][row] = (float)(_sums[factor] / _taken);
    }
}
