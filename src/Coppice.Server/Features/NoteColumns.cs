using Coppice.Server.Storage;

namespace Coppice.Server.Features;

/// <summary>The columns of notes. Where a customer has notes a count of nothing is a zero; a concept or pair that they do not name is missing.</summary>
internal sealed class NoteColumns
{
    /// <summary>In a table of fewer rows a concept's column comes into being when it is first named: most never are.</summary>
    private const int FewRows = 32;

    private readonly InputTable _table;
    private readonly NotePlan _plan;
    private readonly NoteNames _names;
    private readonly InputColumn _language;
    private readonly float[] _count;
    private readonly float[] _days;
    private readonly float[] _amount;
    private readonly float[] _different;
    private readonly float[][] _buckets;
    private readonly float[]?[] _concepts;
    private readonly float[]?[] _pairs;
    private readonly NoteCountColumns? _counts;

    public NoteColumns(InputTable table, NotePlan plan)
    {
        _table = table;
        _plan = plan;
        _names = plan.Names;
        _count = Column("notes.count");
        _days = Column("notes.days_since_last");
        _language = table["notes.language"];
        _amount = Column("notes.amount");
        _different = Column("notes.concepts");
        _counts = plan.Counts ? new NoteCountColumns(table) : null;
        _buckets = [.. _names.Buckets.Select(Column)];
        _concepts = Sparse(_names.Concepts);
        _pairs = Sparse(_names.Pairs);
    }

    public void Write(int row, NoteTotals totals, long asOf)
    {
        _count[row] = totals.Notes;
        _days[row] = (float)((asOf - totals.Last) / (double)UtcMicroseconds.PerDay);
        if (totals.Language is { } language)
            _language.SetWord(row, language);
        _amount[row] = totals.Amount;
        _different[row] = totals.Named.Count;
        _counts?.Write(row, totals);
        foreach (float[] bucket in _buckets)
            bucket[row] = 0;
        foreach (int concept in totals.Named)
        {
            int times = totals.Times(concept);
            if (_names.OwnOf[concept] is not NoteNames.None and var own)
                (_concepts[own] ??= Column(_names.Concepts[own]))[row] = times;
            if (_names.BucketOf[concept] is not NoteNames.None and var bucket)
                _buckets[bucket][row] += times;
        }

        for (int i = 0; i < _pairs.Length; i++)
        {
            var (first, second) = _plan.Pairs[i];
            if (totals.Times(first) > 0 && totals.Times(second) > 0)
                (_pairs[i] ??= Column(_names.Pairs[i]))[row] = 1;
        }
    }

    private float[]?[] Sparse(string[] names) => _table.Rows < FewRows ? new float[]?[names.Length] : [.. names.Select(Column)];

    private float[] Column(string name) => _table[name].Numbers;
}
